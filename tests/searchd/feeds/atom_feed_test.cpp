#include "searchd/feeds/atom_feed.hpp"

#include <map>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck/catch.h>

#include "config/utc_time.hpp"
#include "config/xml_file.hpp"
#include "searchd/feeds/atom_document.hpp"
#include "searchd/xml/plain_line.hpp"
#include "tests/golden/golden.hpp"
#include "tests/searchd/exports/hostile_text.hpp"
#include "tests/searchd/exports/small_site.hpp"
#include "tests/searchd/exports/written_record.hpp"

namespace schakel {
namespace {

constexpr const char* built_at = "2026-11-20T12:00:00Z";
constexpr const char* site_address = "https://zoek.example.org";

std::string feed_of(const std::vector<StoredRecord>& records, const SearchRequest& request = {},
                    std::uint64_t total = 1) {
    return atom_document({.request = request,
                          .words = "wmo",
                          .records = records,
                          .total = total,
                          .built_at = built_at,
                          .site = site_address},
                         sample_installation());
}

XmlFile parsed(const std::string& feed) {
    auto file = XmlFile::parse("feed", feed);
    if (!file) throw std::runtime_error(to_text(file.error(), Language::english));
    REQUIRE(file->is(file->root(), "http://www.w3.org/2005/Atom", "feed"));
    return std::move(*file);
}

std::map<std::string, std::string> links_of(pugi::xml_node feed) {
    std::map<std::string, std::string> links;
    for (const pugi::xml_node link : feed.children("link"))
        links[link.attribute("rel").value()] = link.attribute("href").value();
    return links;
}

/// The entries as they stand, a line per element.
std::string entries_in_lines(const std::string& input) {
    const std::string feed = feed_of(written_records(input));
    std::string lines;
    pugi::xml_document document;
    REQUIRE(document.load_string(feed.c_str()));
    struct LineWriter : pugi::xml_writer {
        explicit LineWriter(std::string& to) : lines(to) {}
        void write(const void* bytes, std::size_t size) override {
            lines.append(static_cast<const char*>(bytes), size);
        }
        std::string& lines;
    } writer(lines);
    for (const pugi::xml_node entry : document.child("feed").children("entry"))
        entry.print(writer, "  ", pugi::format_indent);
    if (lines.ends_with('\n')) lines.pop_back();
    return lines;
}

/// What RFC 4287 asks of a feed or an entry.
void check_required(pugi::xml_node element) {
    for (const char* name : {"id", "title", "updated"})
        CHECK(std::distance(element.children(name).begin(), element.children(name).end()) == 1);
    CHECK_FALSE(std::string_view(element.child_value("id")).empty());
    CHECK(parse_utc_time(element.child_value("updated")));
    bool has_alternate = false;
    for (const pugi::xml_node link : element.children("link"))
        has_alternate = has_alternate || std::string_view(link.attribute("rel").value()) == "alternate";
    CHECK(has_alternate);
}

std::vector<std::string> ids_in(const XmlFile& feed) {
    std::vector<std::string> ids;
    const std::string before = std::string(site_address) + "/kennisproducten/";
    for (const pugi::xml_node entry : feed.root().children("entry")) {
        const std::string id = entry.child_value("id");
        REQUIRE(id.starts_with(before));
        ids.push_back(id.substr(before.size()));
    }
    return ids;
}

const SmallSite& site() {
    static const SmallSite site(40);
    return site;
}

}  // namespace

TEST_CASE("products in a feed", "[golden]") { CHECK_GOLDEN("feeds/atom", entries_in_lines); }

TEST_CASE("a feed shows what the search finds, newest first") {
    const HttpResponse answer = site().ask(answer_atom_feed, "zoek=wijkteam");
    CHECK(answer.status == 200);
    CHECK(answer.content_type == "application/atom+xml; charset=utf-8");
    const XmlFile feed = parsed(answer.body);
    CHECK(ids_in(feed) == site().found("zoek=wijkteam&sorteer=datum&perPagina=20"));
    CHECK(std::string(feed.root().child_value("title")) == "Schakel: wijkteam");
    check_required(feed.root());
    for (const pugi::xml_node entry : feed.root().children("entry")) check_required(entry);
    CHECK(ids_in(parsed(site().ask(answer_atom_feed, "zoek=wijkteam&sorteer=titel&perPagina=3").body)) ==
          site().found("zoek=wijkteam&sorteer=titel&perPagina=3"));
}

TEST_CASE("a feed of everything has the newest products and says so") {
    const XmlFile feed = parsed(site().ask(answer_atom_feed, "").body);
    CHECK(ids_in(feed) == site().found("sorteer=datum&perPagina=20"));
    CHECK(std::string(feed.root().child_value("title")) == "Schakel: nieuwste kennisproducten");
    CHECK(std::string(feed.root().child_value("opensearch:totalResults")) == "40");
}

TEST_CASE("a feed in English leads to pages in English, and its entries stay the same ones") {
    const std::string query = "zoek=wijkteam&thema=mantelzorg";
    const XmlFile feed = parsed(site().ask(answer_atom_feed, query, "", Language::english).body);
    CHECK(std::string(feed.root().child_value("title")) == "Schakel: wijkteam, theme unpaid care");
    CHECK(std::string(feed.root().attribute("xml:lang").value()) == "en");
    CHECK(ids_in(feed) == ids_in(parsed(site().ask(answer_atom_feed, query).body)));
    const auto links = links_of(feed.root());
    CHECK(links.at("self").starts_with("https://zoek.example.org/en/feed.atom?zoek=wijkteam&"));
    CHECK(links.at("alternate").starts_with("https://zoek.example.org/en/?zoek=wijkteam&"));
    const pugi::xml_node entry = feed.root().child("entry");
    CHECK(links_of(entry).at("alternate").starts_with("https://zoek.example.org/en/kennisproducten/"));
    CHECK(std::string(entry.child("title").attribute("xml:lang").value()) == "nl");
    CHECK(std::string(entry.child("category").attribute("label").value()) == "unpaid care");
    const XmlFile everything = parsed(site().ask(answer_atom_feed, "", "", Language::english).body);
    CHECK(std::string(everything.root().child_value("title")) == "Schakel: newest knowledge products");
}

TEST_CASE("parameters of a template that were left open count as not given") {
    CHECK(site().ask(answer_atom_feed, "zoek=wijkteam&pagina=&perPagina=").body ==
          site().ask(answer_atom_feed, "zoek=wijkteam").body);
}

TEST_CASE("pages of a feed lead to each other") {
    const auto first = links_of(parsed(site().ask(answer_atom_feed, "thema=mantelzorg&perPagina=3").body).root());
    const std::string own = "https://zoek.example.org/feed.atom?thema=mantelzorg&sorteer=datum";
    CHECK(first.at("self") == own + "&perPagina=3");
    CHECK(first.at("next") == own + "&pagina=2&perPagina=3");
    CHECK(first.at("alternate") == "https://zoek.example.org/?thema=mantelzorg&sorteer=datum");
    CHECK_FALSE(first.contains("previous"));
    const XmlFile second = parsed(site().ask(answer_atom_feed, "thema=mantelzorg&perPagina=3&pagina=2").body);
    CHECK(links_of(second.root()).at("previous") == own + "&perPagina=3");
    CHECK(std::string(second.root().child_value("opensearch:startIndex")) == "4");
    CHECK(std::string(second.root().child_value("id")) == own + "&perPagina=3");
    const std::string last = first.at("last");
    const XmlFile end = parsed(site().ask(answer_atom_feed, last.substr(last.find('?') + 1)).body);
    CHECK_FALSE(ids_in(end).empty());
    CHECK_FALSE(links_of(end.root()).contains("next"));
}

TEST_CASE("no page of a feed lies behind the deepest result") {
    SearchRequest request;
    request.per_page = 30;
    const XmlFile feed = parsed(feed_of({}, request, 1'000'000));
    CHECK(links_of(feed.root()).at("last").ends_with("pagina=333&perPagina=30"));
}

TEST_CASE("a feed of a wrong question names every problem") {
    const HttpResponse refused = site().ask(answer_atom_feed, "zok=x&perPagina=101");
    CHECK(refused.status == 400);
    CHECK(nlohmann::json::parse(refused.body)["errors"].size() == 2);
}

TEST_CASE("the time of an entry is the best known") {
    CHECK(atom_time(written_record("gewijzigd: 2026-01-02T03:04:05Z\ndatum: 2015-05-29"), built_at) ==
          "2026-01-02T03:04:05Z");
    CHECK(atom_time(written_record("datum: 2015-05-29\njaar: 2014"), built_at) == "2015-05-29T00:00:00Z");
    CHECK(atom_time(written_record("datum: 2015-05"), built_at) == "2015-05-01T00:00:00Z");
    CHECK(atom_time(written_record("datum: voorjaar\njaar: 2014"), built_at) == "2014-01-01T00:00:00Z");
    CHECK(atom_time(written_record("datum: voorjaar"), built_at) == built_at);
}

TEST_CASE("a feed is XML with the titles as they are, whatever records hold") {
    rc::prop("", [] {
        const std::vector<StoredRecord> records{hostile_record(), hostile_record()};
        const auto file = XmlFile::parse("feed", feed_of(records));
        RC_ASSERT(file.has_value());
        std::size_t i = 0;
        for (const pugi::xml_node entry : file->root().children("entry")) {
            RC_ASSERT(std::string(entry.child_value("title")) == plain_line(records.at(i++).title));
            RC_ASSERT(parse_utc_time(entry.child_value("updated")).has_value());
        }
        RC_ASSERT(i == 2u);
    });
}

}  // namespace schakel
