#include "searchd/address.hpp"

#include <catch2/catch.hpp>

using namespace schakel;

TEST_CASE("a folder has what is in it, and not what only begins like it") {
    CHECK(is_below("/v1", "/v1"));
    CHECK(is_below("/v1/themas", "/v1"));
    CHECK(is_below("/v1/", "/v1"));
    CHECK_FALSE(is_below("/v10/themas", "/v1"));
    CHECK_FALSE(is_below("/", "/v1"));
}

TEST_CASE("programs and people have addresses of their own") {
    for (const char* path : {"/v1/themas", "/v1/weg", "/status/live", "/sru", "/sru/x", "/oai", "/feed.atom",
                             "/export.csv", "/export.ris"}) {
        INFO(path);
        CHECK(is_for_programs(path));
    }
    for (const char* path :
         {"/", "/kennisproducten/a", "/en/kennisproducten/v1", "/sru2", "/feed.atom2", "/exporteren"}) {
        INFO(path);
        CHECK_FALSE(is_for_programs(path));
    }
}

TEST_CASE("every address knows GET and HEAD, and that of a protocol with forms POST") {
    for (const char* path : {"/", "/v1/themas", "/sru", "/oai", "/bestaat/niet"}) {
        INFO(path);
        CHECK(knows_method(path, "GET"));
        CHECK(knows_method(path, "HEAD"));
        CHECK(knows_method(path, "POST") == takes_forms(path));
        CHECK_FALSE(knows_method(path, "PUT"));
        CHECK_FALSE(knows_method(path, "get"));
        CHECK_FALSE(knows_method(path, ""));
        CHECK((methods_of(path).find("POST") != std::string_view::npos) == takes_forms(path));
    }
    CHECK(takes_forms("/oai"));
    CHECK(takes_forms("/sru"));
    CHECK_FALSE(takes_forms("/oai/"));
}
