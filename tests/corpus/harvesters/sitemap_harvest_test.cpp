// The harvest of sitemaps: of pages with metadata of their own, and with DiWoo metadata.
#include <algorithm>
#include <map>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "corpus/harvesters/harvested_page.hpp"
#include "corpus/harvesters/record_key.hpp"
#include "tests/corpus/harvesters/repository_scene.hpp"

using namespace schakel;

namespace {

struct SitePage {
    std::string text;
    std::string last_modified;  // in the sitemap
    std::map<std::string, std::string> headers{{"Content-Type", "text/html; charset=utf-8"}};
    int status = 200;
};

/// A site whose sitemap names its pages.
struct Site {
    std::map<std::string, SitePage> pages;
    std::map<std::string, ServedAnswer> files;  // before anything else
    TestServer server{[this](const ServedRequest& request) { return answer(request); }};
    TemporaryFolder folder;
    HarvestOptions options = quick_options(folder.path());
    HarvestSource source{.name = "site", .kind = HarvestKind::sitemap, .url = server.url()};

    ServedAnswer answer(const ServedRequest& request) {
        if (const auto file = files.find(request.target); file != files.end()) return file->second;
        if (request.target == "/sitemap.xml") return {.body = sitemap()};
        const auto page = pages.find(request.target);
        if (page == pages.end()) return {.status = 404};
        const auto tag = page->second.headers.find("ETag");
        const auto asked = request.headers.find("if-none-match");
        if (tag != page->second.headers.end() && asked != request.headers.end() && asked->second == tag->second)
            return {.status = 304, .headers = page->second.headers};
        return {.status = page->second.status, .body = page->second.text, .headers = page->second.headers};
    }

    std::string sitemap() const {
        std::string xml = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
        for (const auto& [path, page] : pages)
            xml += fmt::format("<url><loc>{}</loc>{}</url>", server.url(path),
                               page.last_modified.empty() ? "" : "<lastmod>" + page.last_modified + "</lastmod>");
        return xml + "</urlset>";
    }

    HarvestReport run() const { return schakel::harvest(source, options); }
    std::map<std::string, std::string> content() const { return content_of(record_folder(folder.path(), source)); }
    std::filesystem::path file_of(const std::string& path, const std::string& extension) const {
        const RecordKey key = record_key(server.url(path));
        return record_folder(folder.path(), source) / key.substr(0, 2) / (key + extension);
    }
    std::ptrdiff_t asked(const std::string& path) const { return std::ranges::count(server.requests(), path); }
};

std::string page(const std::string& head) { return "<html><head>" + head + "</head><body>Tekst</body></html>"; }

}  // namespace

TEST_CASE("the pages of a sitemap are kept, with their address beside them", "[harvest]") {
    Site site;
    site.pages["/a"] = {.text = page("<title>A</title>")};
    site.pages["/b.pdf"] = {.text = "%PDF-1.4", .headers = {{"Content-Type", "application/pdf"}}};
    const HarvestReport report = site.run();
    REQUIRE(failure_of(report) == "geen");
    CHECK(report.added == 2);
    CHECK(std::filesystem::exists(site.file_of("/b.pdf", ".pdf")));
    KnowledgeProduct product;
    add_origin(site.file_of("/a", ".html"), product);
    CHECK(product.url == site.server.url("/a"));
    product.url = "https://www.voorbeeld.nl/eigen";
    add_origin(site.file_of("/a", ".html"), product);
    CHECK(product.url == "https://www.voorbeeld.nl/eigen");
}

TEST_CASE("only what may have changed is fetched again", "[harvest]") {
    Site site;
    site.pages["/dag"] = {.text = page("dag"), .last_modified = "2026-01-01"};
    site.pages["/merk"] = {.text = page("merk"), .headers = {{"Content-Type", "text/html"}, {"ETag", "\"v1\""}}};
    site.pages["/niets"] = {.text = page("niets")};
    site.run();
    const HarvestReport same = site.run();
    CHECK(same.unchanged == 3);
    CHECK(site.asked("/dag") == 1);
    CHECK(site.asked("/merk") == 2);  // but the second time without a body
    CHECK(site.asked("/niets") == 2);
    site.pages["/dag"] = {.text = page("later"), .last_modified = "2026-02-01"};
    const HarvestReport later = site.run();
    CHECK(later.changed == 1);
    CHECK(later.unchanged == 2);
}

TEST_CASE("what the sitemap no longer names is deleted, with a brake", "[harvest]") {
    Site site;
    for (int i = 0; i < 10; ++i) site.pages[fmt::format("/{}", i)] = {.text = page("p"), .last_modified = "2026-01-01"};
    site.run();
    site.pages.erase("/3");
    const HarvestReport one = site.run();
    CHECK(one.deleted == 1);
    CHECK(one.deleted_identifiers == std::vector<std::string>{site.server.url("/3")});
    for (int i = 4; i < 10; ++i) site.pages.erase(fmt::format("/{}", i));
    CHECK(site.run().deleted == 0);
    CHECK(site.content().size() == 9);
    site.options.force = true;
    CHECK(site.run().deleted == 6);
}

TEST_CASE("a page that is gone is deleted, one that fails is kept", "[harvest]") {
    Site site;
    site.pages["/weg"] = {.text = page("weg")};
    site.pages["/ziek"] = {.text = page("ziek")};
    site.run();
    site.pages["/weg"].status = 410;
    site.pages["/ziek"].status = 500;
    const HarvestReport report = site.run();
    CHECK(report.deleted == 1);
    CHECK(report.refused.at(RefusalKind::unavailable) == 2);
    CHECK(site.content().size() == 1);
}

TEST_CASE("opt-outs are honoured, also for what was kept before", "[harvest]") {
    Site site;
    for (const char* path : {"/open", "/robots", "/json", "/kop", "/meta", "/noindex"})
        site.pages[path] = {.text = page("<title>x</title>")};
    site.run();
    REQUIRE(site.content().size() == 6);
    site.files["/robots.txt"] = {.body = "User-agent: *\nDisallow: /robots$\n"};
    site.files["/.well-known/tdmrep.json"] = {.body = R"([{"location":"/json","tdm-reservation":1}])"};
    site.pages["/kop"].headers["tdm-reservation"] = "1";
    site.pages["/meta"].text = page("<META content='1' name=\"tdm-reservation\">");
    site.pages["/noindex"].text = page("<meta name=robots content=\"noindex, nofollow\">");
    const HarvestReport report = site.run();
    CHECK(report.deleted == 5);
    CHECK(report.refused.at(RefusalKind::robots) == 1);
    CHECK(report.refused.at(RefusalKind::tdm_reservation) == 3);
    CHECK(report.refused.at(RefusalKind::no_index) == 1);
    CHECK(site.content().size() == 1);
}

TEST_CASE("a robots.txt that fails takes nothing out", "[harvest]") {
    Site site;
    Site other;
    other.pages["/a"] = {.text = page("a")};
    site.files["/sitemap.xml"] = {.body = "<urlset><url><loc>" + other.server.url("/a") + "</loc></url></urlset>"};
    CHECK(site.run().added == 1);
    other.files["/robots.txt"] = {.status = 500};
    const HarvestReport report = site.run();
    CHECK(report.refused.at(RefusalKind::unavailable) == 1);
    CHECK(report.deleted == 0);
    CHECK(site.content().size() == 1);
}

TEST_CASE("a redirect to where robots.txt forbids is not followed", "[harvest]") {
    Site site;
    site.files["/robots.txt"] = {.body = "User-agent: *\nDisallow: /geheim\n"};
    site.pages["/open"] = {.headers = {{"Location", "/geheim"}}, .status = 302};
    site.pages["/geheim"] = {.text = page("geheim")};
    const HarvestReport report = site.run();
    CHECK(site.asked("/geheim") == 0);
    CHECK(report.refused.at(RefusalKind::robots) == 2);
}

TEST_CASE("a character set that only the header tells goes with the page", "[harvest]") {
    Site site;
    site.pages["/a"] = {.text = page("<title>cr\xE8"
                                     "che</title>"),
                        .headers = {{"Content-Type", "text/html; charset=\"ISO-8859-1\""}}};
    site.run();
    const std::string kept = site.content().begin()->second;
    CHECK(kept.starts_with("\xEF\xBB\xBF"));
    CHECK(says(kept, "crèche"));
}

TEST_CASE("kinds of files without a reader are reported", "[harvest]") {
    Site site;
    site.pages["/foto"] = {.text = "JFIF", .headers = {{"Content-Type", "image/jpeg"}}};
    const HarvestReport report = site.run();
    REQUIRE(report.refusals.size() == 1);
    CHECK(report.refusals[0].reason.nl == "soort bestand “image/jpeg”");
}

TEST_CASE("robots.txt leads to indexes, compressed sitemaps and lists", "[harvest]") {
    Site site;
    site.files["/robots.txt"] = {.body = "Sitemap: /index.xml\nSitemap: " + site.server.url("/lijst.txt") + "\n"};
    site.files["/index.xml"] = {.body =
                                    "<sitemapindex><sitemap><loc>/deel.xml.gz</loc></sitemap><sitemap><loc>/index.xml</"
                                    "loc></sitemap></sitemapindex>"};
    site.files["/deel.xml.gz"] = {.body = "<urlset><url><loc>/a</loc></url><url><loc>/a</loc></url></urlset>",
                                  .gzipped = true};
    site.files["/lijst.txt"] = {.body = site.server.url("/b") + "\r\n" + site.server.url("/a") + "\n"};
    site.pages["/a"] = {.text = page("a")};
    site.pages["/b"] = {.text = page("b")};
    const HarvestReport report = site.run();
    REQUIRE(failure_of(report) == "geen");
    CHECK(report.added == 2);
}

TEST_CASE("nothing is deleted when a sitemap cannot be read", "[harvest]") {
    Site site;
    site.pages["/a"] = {.text = page("a")};
    site.run();
    site.files["/sitemap.xml"] = {.body = "<sitemapindex><sitemap><loc>/stuk.xml</loc></sitemap></sitemapindex>"};
    const HarvestReport report = site.run();
    CHECK(failure_of(report) == "geen");
    CHECK(report.deleted == 0);
    CHECK(report.refused.at(RefusalKind::unavailable) == 1);
    CHECK(site.content().size() == 1);
    site.files["/sitemap.xml"] = {.body = "<html></html>"};
    CHECK(says(failure_of(site.run()), "dit is geen sitemap"));
}

TEST_CASE("a site that stops answering is left after ten pages", "[harvest]") {
    Site site;
    for (int i = 0; i < 30; ++i) site.pages[fmt::format("/{}", i)] = {.text = "x", .status = 404};
    for (auto& [path, page] : site.pages) page.status = 403;
    CHECK(says(failure_of(site.run()), "status 403"));
    CHECK(site.server.requests().size() < 20);
}

TEST_CASE("DiWoo metadata is kept as a sitemap of its own", "[harvest]") {
    Site site;
    site.source.kind = HarvestKind::diwoo;
    site.files["/robots.txt"] = {.body = "Sitemap: /sitemap.xml\nSitemap: /sitemapindex-diwoo-infocat001.xml\n"};
    site.files["/sitemapindex-diwoo-infocat001.xml"] = {
        .body =
            "<sitemapindex "
            "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>/diwoo.xml</loc></sitemap></"
            "sitemapindex>"};
    const std::string entry =
        "<url><loc>https://www.voorbeeld.nl/{}.pdf</loc><diwoo:Document><diwoo:DiWoo><diwoo:titelcollectie>"
        "<diwoo:officieleTitel>Advies "
        "{}</diwoo:officieleTitel></diwoo:titelcollectie></diwoo:DiWoo></diwoo:Document></url>";
    const auto sitemap = [&](int last) {
        std::string xml =
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
            "xmlns:diwoo=\"https://standaarden.overheid.nl/diwoo/metadata/\" lang=\"nl\">"
            "<url><loc>https://www.voorbeeld.nl/zonder.pdf</loc></url>";
        for (int i = 1; i <= last; ++i) xml += fmt::format(fmt::runtime(entry), i, i);
        return ServedAnswer{.body = xml + "</urlset>"};
    };
    site.files["/diwoo.xml"] = sitemap(3);
    const HarvestReport report = site.run();
    REQUIRE(failure_of(report) == "geen");
    CHECK(report.added == 3);
    CHECK(site.asked("/sitemap.xml") == 0);
    const std::string kept = site.content().begin()->second;
    CHECK(says(kept,
               "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
               "xmlns:diwoo=\"https://standaarden.overheid.nl/diwoo/metadata/\"><url><loc>https://www.voorbeeld.nl/"));
    site.files["/diwoo.xml"] = sitemap(2);
    const HarvestReport later = site.run();
    CHECK(later.unchanged == 2);
    CHECK(later.deleted == 1);
    site.options.is_blocked = [](std::string_view id) { return id == "https://www.voorbeeld.nl/1.pdf"; };
    CHECK(site.run().refused.at(RefusalKind::blocked) == 1);
    CHECK(site.content().size() == 1);
}
