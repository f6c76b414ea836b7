#include "searchd/http/entity_tag.hpp"

#include <catch2/catch.hpp>

#include "searchd/http/header_text.hpp"

using namespace schakel;

TEST_CASE("a list names a tag, weak or strong") {
    CHECK(names_tag("\"a\"", "\"a\""));
    CHECK(names_tag("W/\"a\"", "\"a\""));
    CHECK(names_tag("\"a\"", "W/\"a\""));
    CHECK(names_tag("\"x\", \"y\" ,W/\"a\"", "W/\"a\""));
    CHECK_FALSE(names_tag("", "\"a\""));
    CHECK_FALSE(names_tag("a", "\"a\""));
    CHECK_FALSE(names_tag("\"ab\"", "\"a\""));
    CHECK_FALSE(names_tag("\"b, \"", "\"a\""));
    CHECK_FALSE(names_tag("*", "\"a\""));
}

TEST_CASE("the star is any tag, alone") {
    CHECK(names_any_tag("*"));
    CHECK(names_any_tag(" * "));
    CHECK_FALSE(names_any_tag("\"*\""));
    CHECK_FALSE(names_any_tag("*, \"a\""));
    CHECK_FALSE(names_any_tag(""));
}

TEST_CASE("a header is added once, and what an answer depends on is joined") {
    HttpResponse response;
    response.headers = {{"content-security-policy", "eigen"}, {"vary", "Origin"}};
    add_unless_there(response, "Content-Security-Policy", "ander");
    add_unless_there(response, "ETag", "\"a\"");
    add_to_vary(response, "Accept-Language");
    add_to_vary(response, "ORIGIN");
    CHECK(response.headers.size() == 3);
    CHECK(*find_header(response, "Content-Security-Policy") == "eigen");
    CHECK(*find_header(response, "Vary") == "Origin, Accept-Language");
    CHECK(find_header(response, "etag") != nullptr);
    CHECK(find_header(response, "etags") == nullptr);
}
