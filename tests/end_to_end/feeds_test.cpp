// What other programs follow leads somewhere: every address in a feed, a site map and a search box is asked for.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "config/xml_file.hpp"
#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/indexes.hpp"

using namespace schakel;

namespace {

XmlFile fetched(HttpClient& client, const std::string& target) {
    const HttpAnswer answer = client.get(target);
    INFO(target);
    REQUIRE(answer.status == 200);
    auto file = XmlFile::parse(target, answer.body);
    REQUIRE(file);
    return std::move(*file);
}

/// What follows the name of the server: "/feed.atom?zoek=wmo".
std::string target_of(const std::string& address) {
    const std::size_t host = address.find("://");
    REQUIRE(host != std::string::npos);
    return address.substr(address.find('/', host + 3));
}

std::string filled_in(std::string address, std::string_view place, std::string_view value) {
    if (const std::size_t at = address.find(place); at != std::string::npos) address.replace(at, place.size(), value);
    return address;
}

std::string address_of_page_behind(const XmlFile& feed) {
    return feed.root().find_child_by_attribute("link", "rel", "next").attribute("href").value();
}

}  // namespace

TEST_CASE("every page in the site map is there, and every product is in it") {
    Daemon daemon({.index = sample_index()});
    HttpClient client(daemon.port());
    const XmlFile map = fetched(client, "/sitemap.xml");
    std::set<std::string> targets;
    for (const pugi::xml_node url : map.root().children("url")) targets.insert(target_of(url.child_value("loc")));
    CHECK(targets.size() == client.get("/v1/kennisproducten?perPagina=1").json()["aantal"].get<std::size_t>());
    for (const std::string& target : targets) {
        INFO(target);
        CHECK(client.send("HEAD", target).status == 200);
    }
}

TEST_CASE("who follows a feed from page to page meets every product once") {
    Daemon daemon({.index = sample_index()});
    HttpClient client(daemon.port());
    std::set<std::string> ids;
    std::size_t entries = 0;
    for (std::string target = "/feed.atom?zoek=wmo&perPagina=7"; !target.empty();) {
        const XmlFile feed = fetched(client, target);
        for (const pugi::xml_node entry : feed.root().children("entry")) {
            ids.insert(entry.child_value("id"));
            ++entries;
        }
        const std::string next = address_of_page_behind(feed);
        target = next.empty() ? "" : target_of(next);
    }
    CHECK(entries > 7);
    CHECK(ids.size() == entries);
    CHECK(entries == client.get("/v1/kennisproducten?zoek=wmo&perPagina=1").json()["aantal"].get<std::size_t>());
    CHECK(client.get(target_of(*ids.begin())).status == 200);
}

TEST_CASE("a browser that fills in the templates of the search box gets answers") {
    Daemon daemon({.index = sample_index()});
    HttpClient client(daemon.port());
    const XmlFile description = fetched(client, "/opensearch.xml");
    std::size_t templates = 0;
    for (const pugi::xml_node url : description.root().children("Url")) {
        std::string target = target_of(url.attribute("template").value());
        for (const auto& [place, value] :
             {std::pair{"{searchTerms}", "wijkteam%20jeugd"}, std::pair{"{startPage?}", ""}, std::pair{"{count?}", ""}})
            target = filled_in(target, place, value);
        INFO(target);
        const HttpAnswer answer = client.get(target);
        CHECK(answer.status == 200);
        CHECK(answer.header("content-type").starts_with(url.attribute("type").value()));
        ++templates;
    }
    CHECK(templates == 4);
    CHECK(client.get("/static/favicon.svg").status == 200);
}

TEST_CASE("a file of results is saved under the name of the search") {
    Daemon daemon({.index = sample_index()});
    HttpClient client(daemon.port());
    const HttpAnswer table = client.get("/export.csv?zoek=wijkteam");
    CHECK(table.header("content-disposition").starts_with("attachment; filename=\"schakel-wijkteam.csv\""));
    const std::size_t rows = static_cast<std::size_t>(std::count(table.body.begin(), table.body.end(), '\n'));
    CHECK(std::to_string(rows - 1) == table.header("schakel-opgenomen"));
    CHECK(table.header("schakel-gevonden") == table.header("schakel-opgenomen"));
    CHECK(daemon.stop() == 0);
}
