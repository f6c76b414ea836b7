#include "searchd/feeds/site_map.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "config/xml_file.hpp"
#include "corpus/harvesters/robots.hpp"
#include "searchd/feeds/site_map_document.hpp"
#include "searchd/feeds/site_map_parts.hpp"
#include "tests/searchd/engine/open_index.hpp"
#include "tests/searchd/engine/snapshot_without.hpp"
#include "tests/searchd/exports/small_site.hpp"

namespace schakel {
namespace {

IndexDocument product(const std::string& id, const std::string& changed = "") {
    IndexDocument document = document_of_words(id, {"zorg", "", "", "", ""});
    document.record.changed = changed;
    return document;
}

/// Not owned by the test: the cache must not keep it alive.
std::shared_ptr<const IndexSnapshot> without(const OpenIndex& index, std::vector<std::string> ids) {
    return snapshot_without(index.snapshot(), std::move(ids));
}

XmlFile parsed(const std::string& xml, std::string_view name) {
    auto file = XmlFile::parse("sitemap", xml);
    REQUIRE(file);
    REQUIRE(file->is(file->root(), "http://www.sitemaps.org/schemas/sitemap/0.9", name));
    return std::move(*file);
}

}  // namespace

TEST_CASE("products are cut into parts, hidden ones left out") {
    const OpenIndex index(
        {{product("a/b", "2026-01-02T03:04:05Z"), product("c")}, {product("d"), product("e"), product("f")}});
    SiteMapParts parts(2);
    const auto all = without(index, {});
    CHECK(parts.count(*all) == 3);
    CHECK(**parts.part(all, 0) == "a%2Fb\t2026-01-02T03:04:05Z\nc\t\n");
    CHECK(**parts.part(all, 1) == "d\t\ne\t\n");
    CHECK(**parts.part(all, 2) == "f\t\n");
    CHECK(*parts.part(all, 1) == *parts.part(all, 1));  // read once
    const auto fewer = without(index, {"c", "f"});
    CHECK(**parts.part(fewer, 0) == "a%2Fb\t2026-01-02T03:04:05Z\n");
    CHECK((**parts.part(fewer, 2)).empty());
    CHECK(parts.has_products(*fewer, 0));
    CHECK_FALSE(parts.has_products(*fewer, 2));
    CHECK(parts.has_products(*all, 2));
}

TEST_CASE("a site map that was read keeps no snapshot alive") {
    const OpenIndex index({{product("a")}});
    SiteMapParts parts;
    auto snapshot = without(index, {});
    const std::weak_ptr<const IndexSnapshot> seen = snapshot;
    CHECK(parts.part(snapshot, 0));
    snapshot.reset();
    CHECK(seen.expired());
}

TEST_CASE("an index without products has a site map without addresses") {
    const OpenIndex index({{product("a")}});
    SiteMapParts parts;
    const auto none = without(index, {"a"});
    CHECK(parts.count(*none) == 1);
    CHECK((**parts.part(none, 0)).empty());
}

TEST_CASE("products of other indexes are left to their own site maps") {
    const OpenIndex own({{product("a")}});
    const OpenIndex other({{product("b"), product("c")}});
    SearchedIndex first = own.snapshot().indexes().front();
    SearchedIndex second = other.snapshot().indexes().front();
    second.name = "Elders";
    const auto both = IndexSnapshot::join({first, second}, {}, sample_installation().settings.search, nullptr).value();
    REQUIRE(both->living() == 3);
    SiteMapParts parts(1);
    CHECK(parts.count(*both) == 1);
    CHECK(**parts.part(both, 0) == "a\t\n");
}

TEST_CASE("the site map names every product page and when it changed") {
    const XmlFile map = parsed(
        site_map_document("a%2Fb\t2026-01-02T03:04:05Z\nc\t\n", "https://zoek.example.org", "2026-11-20T12:00:00Z"),
        "urlset");
    std::vector<std::string> told;
    for (const pugi::xml_node url : map.root().children("url"))
        told.push_back(std::string(url.child_value("loc")) + ' ' + url.child_value("lastmod"));
    CHECK(told == std::vector<std::string>{"https://zoek.example.org/kennisproducten/a%2Fb 2026-01-02T03:04:05Z",
                                           "https://zoek.example.org/kennisproducten/c 2026-11-20T12:00:00Z"});
}

TEST_CASE("each page of the site map names itself and its twin in English") {
    const XmlFile map =
        parsed(site_map_document("c\t\n", "https://zoek.example.org", "2026-11-20T12:00:00Z"), "urlset");
    CHECK(std::string(map.root().attribute("xmlns:xhtml").value()) == "http://www.w3.org/1999/xhtml");
    for (const pugi::xml_node url : map.root().children("url")) {
        std::vector<std::string> twins;
        for (const pugi::xml_node link : url.children("xhtml:link")) {
            CHECK(std::string(link.attribute("rel").value()) == "alternate");
            twins.push_back(std::string(link.attribute("hreflang").value()) + ' ' + link.attribute("href").value());
        }
        CHECK(twins == std::vector<std::string>{"nl https://zoek.example.org/kennisproducten/c",
                                                "en https://zoek.example.org/en/kennisproducten/c"});
    }
}

TEST_CASE("a full part of the site map is not larger than sitemaps.org allows") {
    constexpr std::size_t most_bytes = 50 * 1024 * 1024;
    constexpr std::size_t most_addresses = 50'000;
    CHECK(site_map_part_size <= most_addresses);
    const std::string line = std::string(200, 'a') + "\t2026-01-02T03:04:05Z\n";
    const std::size_t one = site_map_document(line, "https://zoek.voorbeeld.example.org", "").size();
    CHECK(one * site_map_part_size < most_bytes);
}

TEST_CASE("many products have an index of site maps") {
    const std::vector<std::size_t> numbers{1, 3};
    const XmlFile index =
        parsed(site_map_index(numbers, "https://zoek.example.org", "2026-11-20T12:00:00Z"), "sitemapindex");
    CHECK(std::string(index.root().first_child().child_value("loc")) == "https://zoek.example.org/sitemap/1.xml");
    CHECK(std::string(index.root().last_child().child_value("loc")) == "https://zoek.example.org/sitemap/3.xml");
    CHECK(std::string(index.root().last_child().child_value("lastmod")) == "2026-11-20T12:00:00Z");
}

TEST_CASE("the addresses of the site map answer") {
    const SmallSite site(5);
    const HttpResponse whole = site.ask(answer_site_map, "");
    CHECK(whole.status == 200);
    CHECK(whole.content_type == "application/xml; charset=utf-8");
    const XmlFile map = parsed(whole.body, "urlset");
    CHECK(std::distance(map.root().children("url").begin(), map.root().children("url").end()) == 5);
    CHECK(site.ask(answer_site_map, "", "1.xml").body == whole.body);
    for (const char* part : {"2.xml", "0.xml", "01.xml", "1", "x.xml", ".xml", "-1.xml", "99999999999999999999.xml"}) {
        INFO(part);
        CHECK(site.ask(answer_site_map, "", part).status == 404);
    }
    CHECK(nlohmann::json::parse(site.ask(answer_site_map, "a=1&b=2").body)["errors"].size() == 2);
}

TEST_CASE("robots.txt leads to the site map and away from endless lists") {
    const SmallSite site(1);
    const HttpResponse robots = site.ask(answer_robots, "");
    CHECK(robots.content_type == "text/plain; charset=utf-8");
    for (const char* line : {"User-agent: *\n", "\nDisallow: /*?\n", "\nDisallow: /v1\n", "\nAllow: /oai\n",
                             "\nSitemap: https://zoek.example.org/sitemap.xml\n"}) {
        INFO(line);
        CHECK(robots.body.find(line) != std::string::npos);
    }
}

TEST_CASE("another Schakel may harvest, and walk the product pages but not the searches") {
    const Robots robots = Robots::parse(robots_text("https://zoek.example.org"), "schakel");
    for (const char* allowed :
         {"/", "/kennisproducten/rapport-1", "/kennisproducten/ris", "/sitemap.xml", "/oai?verb=ListRecords",
          "/sru?operation=searchRetrieve&query=wmo", "/feed.atom?zoek=wmo", "/en/feed.atom?zoek=wmo",
          "/en/kennisproducten/ris", "/static/schakel.css", "/handleiding"}) {
        INFO(allowed);
        CHECK(robots.allows(allowed));
    }
    for (const char* refused : {"/?zoek=wmo&thema=jeugd", "/kennisproducten/rapport-1?zoek=wmo", "/v1/themas",
                                "/export.csv", "/export.ris?zoek=wmo", "/kennisproducten/rapport-1/ris",
                                "/en/kennisproducten/rapport-1/bibtex", "/en/export.csv", "/insluiten"}) {
        INFO(refused);
        CHECK_FALSE(robots.allows(refused));
    }
    CHECK(robots.sitemaps() == std::vector<std::string>{"https://zoek.example.org/sitemap.xml"});
}

}  // namespace schakel
