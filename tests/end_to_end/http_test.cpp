#include <catch2/catch.hpp>

#include "tests/end_to_end/daemon.hpp"
#include "tests/end_to_end/http_script.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/golden/golden.hpp"

using namespace schakel;

TEST_CASE("the API answers as documented", "[golden]") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    HttpClient client(daemon.port());
    CHECK_GOLDEN("http", [&](const std::string& script) { return run_http_script(client, script); });
    CHECK(daemon.stop() == 0);
}

TEST_CASE("every answer carries the headers that protect who reads it") {
    Daemon daemon({.index = fixture_index(), .config = fixture_settings()});
    HttpClient client(daemon.port());
    for (const char* target : {"/", "/v1/kennisproducten", "/v1/bestaat-niet", "/bestaat-niet", "/status/live",
                               "/kennisproducten/langer-thuis"}) {
        INFO(target);
        const HttpAnswer answer = client.get(target);
        CHECK(answer.header("api-version") == "1.0.0");
        CHECK(answer.header("x-content-type-options") == "nosniff");
        CHECK(answer.header("content-security-policy").starts_with("default-src 'self'"));
        CHECK(answer.header("x-frame-options") == "DENY");
        CHECK(answer.header("referrer-policy") == "same-origin");
        CHECK(answer.header("content-length") == std::to_string(answer.body.size()));
    }
}
