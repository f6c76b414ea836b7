// Keys, limits and websites, with the real programs: a key that is made while the daemon runs works a moment later.
#include <fstream>
#include <regex>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_client.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace {

/// Settings in a folder of their own, with these lines under [access].
std::filesystem::path settings_with(const TemporaryFolder& folder, const std::string& access) {
    std::filesystem::copy(repository_folder() / "config", folder.path() / "config",
                          std::filesystem::copy_options::recursive);
    const auto file = folder.path() / "config/schakel.toml";
    std::ofstream(file) << "[access]\n" << access;
    return file;
}

Outcome keys(const std::filesystem::path& settings, const std::vector<std::string>& words) {
    Invocation invocation{.arguments = {searchd_program(), "keys"}};
    invocation.arguments.insert(invocation.arguments.end(), words.begin(), words.end());
    invocation.arguments.insert(invocation.arguments.end(), {"--config", settings.string()});
    return run_program(invocation);
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// Asks until the answer has this status, for at most two seconds.
int status_in_the_end(HttpClient& client, const std::map<std::string, std::string>& headers, int wanted) {
    int status = 0;
    for (int i = 0; i < 20 && status != wanted; ++i) {
        status = client.send("GET", "/v1/themas", headers).status;
        if (status != wanted) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return status;
}

}  // namespace

TEST_CASE("a key works a moment after it is made, and no more a moment after it is revoked") {
    const TemporaryFolder folder;
    const auto settings = settings_with(folder, "keys = \"sleutels.tsv\"\nrequests_per_minute = 0\n");
    Daemon daemon({.index = fixture_index(), .config = settings});
    HttpClient client(daemon.port());
    const Outcome made = keys(settings, {"add", "--name", "proef", "--per-minute", "1000"});
    REQUIRE(made.status == 0);
    const std::string key = first_line(made.output);
    CHECK(status_in_the_end(client, {{"X-Api-Key", key}}, 200) == 200);
    CHECK(client.send("GET", "/v1/themas", {{"Authorization", "Bearer " + key}}).header("ratelimit-limit") == "1000");
    CHECK(keys(settings, {"list"}).output.starts_with("proef\t1000 per minuut\t"));
    REQUIRE(keys(settings, {"revoke", "proef"}).status == 0);
    CHECK(status_in_the_end(client, {{"X-Api-Key", key}}, 401) == 401);
    const HttpAnswer refused = client.send("GET", "/v1/themas", {{"X-Api-Key", key}, {"Accept-Language", "en"}});
    CHECK(refused.header("content-type") == "application/problem+json");
    CHECK(refused.header("www-authenticate") == "Bearer realm=\"schakel\"");
    CHECK(refused.json()["title"] == "Unknown key");
    CHECK(daemon.program().output().find(key) == std::string::npos);
    CHECK(daemon.program().errors().find(key) == std::string::npos);
}

TEST_CASE("who asks too much gets 429, and pages go on") {
    const TemporaryFolder folder;
    const auto settings = settings_with(folder, "requests_per_minute = 3\nreport_only = false\n");
    Daemon daemon({.index = fixture_index(), .config = settings});
    HttpClient client(daemon.port());
    for (int i = 0; i < 3; ++i) CHECK(client.get("/v1/themas").status == 200);
    const HttpAnswer refused = client.get("/v1/themas");
    CHECK(refused.status == 429);
    CHECK(refused.header("content-type") == "application/problem+json");
    CHECK(std::stoi(refused.header("retry-after")) >= 1);
    CHECK(refused.header("ratelimit-limit") == "3");
    CHECK(client.get("/").status == 200);
    CHECK(client.get("/v1/openapi.json").status == 200);
    CHECK(client.get("/metrics").body.find("\nschakel_rate_limited_total 1\n") != std::string::npos);
}

TEST_CASE("scripts of a listed website are let in by the daemon") {
    const TemporaryFolder folder;
    const auto settings = settings_with(folder, "allowed_origins = \"https://www.gemeente.example\"\n");
    Daemon daemon({.index = fixture_index(), .config = settings});
    HttpClient client(daemon.port());
    const HttpAnswer asked = client.send("OPTIONS", "/v1/kennisproducten",
                                         {{"Origin", "https://www.gemeente.example"},
                                          {"Access-Control-Request-Method", "GET"},
                                          {"Access-Control-Request-Headers", "x-api-key"}});
    CHECK(asked.status == 204);
    CHECK(asked.header("access-control-allow-origin") == "https://www.gemeente.example");
    const HttpAnswer got = client.send("GET", "/v1/themas", {{"Origin", "https://www.gemeente.example"}});
    CHECK(got.header("access-control-allow-origin") == "https://www.gemeente.example");
    CHECK(got.header("vary").find("Origin") != std::string::npos);
    CHECK(client.send("GET", "/v1/themas", {{"Origin", "https://ander.example"}})
              .header("access-control-allow-origin")
              .empty());
}

TEST_CASE("an answer that a client has is not sent again until the index changes") {
    const TemporaryFolder folder;
    make_index(fixture_records(), folder.path() / "index", {"--config", fixture_settings().string()});
    Daemon daemon({.index = folder.path() / "index", .config = fixture_settings()});
    HttpClient client(daemon.port());
    const std::string target = "/v1/kennisproducten?zoek=eenzaamheid";
    const std::string tag = client.get(target).header("etag");
    REQUIRE_FALSE(tag.empty());
    CHECK(client.send("GET", target, {{"If-None-Match", tag}}).status == 304);
    make_index(fixture_records(), folder.path() / "index", {"--config", fixture_settings().string()});
    int status = 304;
    for (int i = 0; i < 50 && status == 304; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        status = client.send("GET", target, {{"If-None-Match", tag}}).status;
    }
    CHECK(status == 200);
}

TEST_CASE("a file of keys or a website that is wrong stops the start") {
    const TemporaryFolder folder;
    const auto settings = settings_with(folder, "keys = \"sleutels.tsv\"\n");
    std::ofstream(folder.path() / "config/sleutels.tsv") << "dit is geen tabel\n";
    const Outcome outcome = run_program({.arguments = command_line({.index = fixture_index(), .config = settings})});
    CHECK(outcome.status == 2);
    CHECK(outcome.errors.find("sleutels.tsv:1") != std::string::npos);
    const TemporaryFolder other;
    const auto wrong =
        settings_with(other, "allowed_origins = \"\"\n[site]\nembedders = \"https://www.gemeente.example/zoeken\"\n");
    const Outcome refused = run_program({.arguments = command_line({.index = fixture_index(), .config = wrong})});
    CHECK(refused.status == 2);
    CHECK(refused.errors.find("site.embedders: “https://www.gemeente.example/zoeken”") != std::string::npos);
    CHECK(std::regex_search(refused.errors, std::regex("schakel\\.toml:[0-9]+:[0-9]+: ")));
}
