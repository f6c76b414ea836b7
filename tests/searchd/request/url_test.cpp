#include "searchd/request/url.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {

TEST_CASE("what was encoded is decoded as it was") {
    rc::prop("any bytes", [](const std::string& text) {
        RC_ASSERT(percent_decode(percent_encode(text), false) == text);
        RC_ASSERT(percent_decode(percent_encode(text), true) == text);
    });
    rc::prop("any parameters", [](const QueryParameters& parameters) {
        std::string query;
        QueryParameters expected;
        for (const auto& [name, value] : parameters) {
            query += '&' + percent_encode(name) + '=' + percent_encode(value);
            expected.emplace_back(name, value);
        }
        RC_ASSERT(parse_parameters(query) == expected);
    });
}

TEST_CASE("any text can be decoded") {
    rc::prop("and becomes no longer", [](const std::string& text) {
        RC_ASSERT(percent_decode(text, true).size() <= text.size());
        for (const auto& [name, value] : parse_parameters(text)) RC_ASSERT(name.size() + value.size() <= text.size());
    });
}

TEST_CASE("only unreserved characters go without escape") {
    CHECK(percent_encode("aZ09-._~") == "aZ09-._~");
    CHECK(percent_encode("a b/c+d&e=f") == "a%20b%2Fc%2Bd%26e%3Df");
    CHECK(percent_encode("é") == "%C3%A9");
}

TEST_CASE("escapes that are not whole are kept as written") {
    for (const char* text : {"%", "%4", "a%", "a%4", "%%", "%zz", "%4z", "%z4", "100% zeker"}) {
        INFO(text);
        CHECK(percent_decode(text, false) == text);
    }
    CHECK(percent_decode("%41%4", false) == "A%4");
    CHECK(percent_decode("%%41", false) == "%A");
    CHECK(percent_decode(std::string_view("%41").substr(0, 2), false) ==
          "%4");  // the digit behind the view is not read
    CHECK(percent_decode("%c3%A9", false) == "é");
    CHECK(percent_decode("%2541", false) == "%41");  // once, not twice
}

TEST_CASE("a plus is a space in parameters only") {
    CHECK(percent_decode("a+b", true) == "a b");
    CHECK(percent_decode("a+b", false) == "a+b");
    CHECK(percent_decode("a%2Bb", true) == "a+b");
}

TEST_CASE("parameters are read in the order written") {
    CHECK(parse_parameters("").empty());
    CHECK(parse_parameters("&&").empty());
    CHECK(parse_parameters("zoek=wmo&thema=jeugd&thema=zorg") ==
          QueryParameters{{"zoek", "wmo"}, {"thema", "jeugd"}, {"thema", "zorg"}});
    CHECK(parse_parameters("zoek=sociaal+domein&zoek=sociaal%20domein") ==
          QueryParameters{{"zoek", "sociaal domein"}, {"zoek", "sociaal domein"}});
    CHECK(parse_parameters("zoek&zoek=&=wmo") == QueryParameters{{"zoek", ""}, {"zoek", ""}, {"", "wmo"}});
    CHECK(parse_parameters("a=b=c") == QueryParameters{{"a", "b=c"}});
}

}  // namespace schakel
