#include "config/utf8.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("well-formed UTF-8 has no invalid byte") {
    CHECK_FALSE(first_invalid_utf8(""));
    CHECK_FALSE(first_invalid_utf8("gewone tekst zonder bijzonderheden"));
    CHECK_FALSE(first_invalid_utf8("cliënt ’s-Gravenhage 😀"));
    CHECK_FALSE(first_invalid_utf8(std::string("nul\0teken", 9)));
}

TEST_CASE("the first malformed sequence is named by its offset") {
    CHECK(first_invalid_utf8("\xFF") == 0U);
    CHECK(first_invalid_utf8("abcdefghijkl\xE9n") == 12U);  // Latin-1
    CHECK(first_invalid_utf8("ë\xC0\xAF") == 2U);           // overlong /
    CHECK(first_invalid_utf8("a\xED\xA0\x80") == 1U);       // surrogate
    CHECK(first_invalid_utf8("a\xF4\x90\x80\x80") == 1U);   // above U+10FFFF
    CHECK(first_invalid_utf8("afgekapt \xE2\x80") == 9U);
    CHECK(first_invalid_utf8("a\x80") == 1U);
}

TEST_CASE("next_code_point walks through text and past errors") {
    const std::string text = "aë\xFF😀";
    std::size_t offset = 0;
    CHECK(next_code_point(text, offset) == U'a');
    CHECK(next_code_point(text, offset) == U'ë');
    CHECK_FALSE(next_code_point(text, offset));
    CHECK(offset == 4);
    CHECK(next_code_point(text, offset) == U'\U0001F600');
    CHECK(offset == text.size());
}

}  // namespace schakel
