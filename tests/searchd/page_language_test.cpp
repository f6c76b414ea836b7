// Which language a page has: that of its address.

#include <catch2/catch.hpp>

#include "tests/searchd/small_application.hpp"

namespace schakel {

namespace {

/// The page at `path` for a browser that likes `language` best.
std::string page_at(const std::string& path, const std::string& language, const std::string& query = "") {
    return small_application().handle({"GET", path, query, language, ""}).body;
}

bool holds(const std::string& page, std::string_view piece) { return page.find(piece) != std::string::npos; }

void check_address(std::string_view path, std::string_view in_dutch, Language language) {
    INFO(path);
    CHECK(page_address(path).path == in_dutch);
    CHECK(page_address(path).language == language);
}

}  // namespace

TEST_CASE("pages in English are below /en, and nothing that only begins like it") {
    check_address("/en", "/", Language::english);
    check_address("/en/", "/", Language::english);
    check_address("/en/kennisproducten/a%2Fb", "/kennisproducten/a%2Fb", Language::english);
    check_address("/en/en/", "/en/", Language::english);
    check_address("/", "/", Language::dutch);
    check_address("/english", "/english", Language::dutch);
    check_address("/EN/", "/EN/", Language::dutch);
    check_address("", "", Language::dutch);
}

TEST_CASE("the address of a page decides about its language, not what the browser likes") {
    for (const std::string language : {"", "nl", "en"}) {
        CHECK(holds(page_at("/", language), "<html lang=\"nl\""));
        CHECK(holds(page_at("/en/", language), "<html lang=\"en\""));
        CHECK(holds(page_at("/en/kennisproducten/product-1", language), "<html lang=\"en\""));
        CHECK(holds(page_at("/nergens", language), "<html lang=\"nl\""));
        CHECK(holds(page_at("/en/nergens", language), "There is nothing at /en/nergens."));
    }
}

TEST_CASE("faults in a search in English are told in English, with what was asked") {
    const std::string page = page_at("/en/", "nl", "zoek=wmo&jaarVan=abc");
    CHECK(holds(page, "<html lang=\"en\""));
    CHECK(holds(page, "<p>From: "));
    CHECK(holds(page, "value=\"wmo\""));
    CHECK(holds(page, "href=\"/?zoek=wmo&amp;jaarVan=abc\" lang=\"nl\""));
}

TEST_CASE("an address that somebody made up leads nowhere else in the other language") {
    const std::string page = page_at("//elders.example/x", "");
    CHECK(holds(page, "id=\"andere-taal\" href=\"/en/\""));
    CHECK_FALSE(holds(page, "href=\"//elders"));
}

TEST_CASE("what readers take along is in English below /en, and elsewhere as their browser likes") {
    const auto application = new_small_application();
    const auto taken = [&](const std::string& path, const std::string& language, const std::string& query = "") {
        return application->handle({"GET", path, query, language, ""}).body;
    };
    CHECK(holds(taken("/export.csv", ""), "\"Titel\""));
    CHECK(holds(taken("/export.csv", "en"), "\"Title\""));
    CHECK(holds(taken("/en/export.csv", "nl"), "\"Title\""));
    CHECK(holds(taken("/en/feed.atom", "nl"), "newest knowledge products"));
    CHECK(holds(taken("/en/opensearch.xml", "nl"), "<Language>en</Language>"));
    CHECK(holds(taken("/en/opensearch/suggesties", "nl", "zoek=wijk"), "knowledge product"));
    CHECK(holds(taken("/en/kennisproducten/product-1/bibtex", "nl"), "/en/kennisproducten/product-1}"));
    CHECK(holds(taken("/en/export.ris", "nl"), "TY  - "));
}

}  // namespace schakel
