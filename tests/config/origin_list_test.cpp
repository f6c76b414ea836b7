#include "config/origin_list.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

using namespace schakel;

TEST_CASE("websites are listed by their origin") {
    const auto list =
        OriginList::parse("https://www.gemeente.example  http://LOCALHOST:3000\thttps://[2001:db8::1]:8443\n");
    REQUIRE(list);
    CHECK(list->has("https://www.gemeente.example"));
    CHECK(list->has("HTTPS://www.Gemeente.example"));
    CHECK(list->has("http://localhost:3000"));
    CHECK(list->has("https://[2001:db8::1]:8443"));
    for (const char* other :
         {"http://www.gemeente.example", "https://gemeente.example", "https://www.gemeente.example:443",
          "https://www.gemeente.example.aanvaller.example", "null", "", "*", "http://localhost"}) {
        INFO(other);
        CHECK_FALSE(list->has(other));
    }
    CHECK(OriginList::parse(list->text())->text() == list->text());
}

TEST_CASE("all websites, and none") {
    CHECK(OriginList::parse("*")->has("https://wie.dan.ook.example"));
    CHECK(OriginList::parse("*")->has("null"));
    CHECK(OriginList::parse("")->empty());
    CHECK_FALSE(OriginList::parse("")->has(""));
    CHECK_FALSE(OriginList::parse("*")->empty());
}

TEST_CASE("what is no origin is named, with what to write instead") {
    for (const char* wrong : {"www.gemeente.example", "https://", "https://a.example/", "https://a.example/pad",
                              "ftp://a.example", "https://a.example,https://b.example", "null", "https://*.example",
                              "https://:8080", "https://a.example:", "https://a.example:0", "https://a.example:0443",
                              "https://a.example:65536", "https://a.example:80:80", "https://[::1", "https://[]",
                              "https://[a.example]", "https://::1", "https://a.example:https"}) {
        INFO(wrong);
        const auto list = OriginList::parse(std::string("https://goed.example ") + wrong);
        REQUIRE_FALSE(list);
        CHECK(list.error().message.nl.find(wrong) != std::string::npos);
        CHECK_FALSE(list.error().hint.empty());
    }
}

TEST_CASE("what is read of any text is read again, and holds one line of plain words") {
    rc::prop("a policy can hold it", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("https://", "http://", "a.example", ":", "8080", " ", "\t", "\n", "*", "/",
                                          ";", "'", "[::1]", "\"", ",", "\xff", "A"));
        std::string text;
        for (const std::string& piece : pieces) text += piece;
        const auto list = OriginList::parse(text);
        if (!list) return;
        RC_ASSERT(list->text().find_first_of("\t\r\n;,'\"\xff") == std::string::npos);
        const auto again = OriginList::parse(list->text());
        RC_ASSERT(again.has_value());
        RC_ASSERT(again->text() == list->text());
    });
}
