#include "corpus/character_set.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "config/utf8.hpp"

using namespace schakel;

namespace {

DecodedText decoded(std::string_view bytes, std::string_view declared = {}) {
    Result<DecodedText> text = decode_text(bytes, declared);
    REQUIRE(text);
    return *text;
}

struct Case {
    std::string_view bytes;
    std::string_view declared;
    std::string_view charset;
    std::string_view utf8;
};

}  // namespace

TEST_CASE("a text is read in the character set it shows, declares or most likely has", "[corpus]") {
    using namespace std::string_view_literals;
    const std::vector<Case> cases{
        {"", "", "UTF-8", ""},
        {"gewoon", "windows-1252", "UTF-8", "gewoon"},
        {"\xEF\xBB\xBF"sv
         "\xC3\xA9"sv,
         "", "UTF-8", "é"},
        {"\xC3\xA9"sv, "iso-8859-1", "UTF-8", "é"},
        {"\xE9"sv, "ISO-8859-1", "windows-1252", "é"},
        {"\x93ja\x94"sv, " \"latin1\" ", "windows-1252", "“ja”"},
        {"\xE9"sv, "utf-8", "windows-1252", "é"},
        {"\xE9"sv, "geen-tekenset", "windows-1252", "é"},
        {"\xA4 10"sv, "iso-8859-15", "ISO-8859-15", "€ 10"},
        {"\xE9 \xA4"sv, "", "ISO-8859-15", "é €"},
        {"\xF0\xD2\xC9\xD7\xC5\xD4"sv, "koi8-r", "KOI8-R", "Привет"},
        {"+AOk-", "utf-7", "UTF-8", "+AOk-"},
        {"\xFE\xFF\x00T\x00\xEB"sv, "", "UTF-16BE", "Të"},
        {"\xFF\xFET\x00\xEB\x00"sv, "windows-1252", "UTF-16LE", "Të"},
        {"\xFF\xFE\x00\x00T\x00\x00\x00"sv, "", "UTF-32LE", "T"},
        {"T\x00i\x00t\x00"sv, "", "UTF-16LE", "Tit"},
    };
    for (const Case& row : cases) {
        INFO(row.utf8 << " declared as " << row.declared);
        const DecodedText text = decoded(row.bytes, row.declared);
        CHECK(text.charset == row.charset);
        CHECK(text.utf8 == row.utf8);
        CHECK(text.replaced == 0);
    }
}

TEST_CASE("what is no text is refused, with a place where there is one", "[corpus]") {
    using namespace std::string_view_literals;
    for (const std::string_view bytes : {"a\x00\x00\x00"sv, "\x89PNG\r\n\x1A\n\x00"sv, "\x81\x8D\x90 \x02\xE9"sv}) {
        const auto text = decode_text(bytes, {});
        REQUIRE_FALSE(text);
        CHECK(text.error().code == ErrorCode::malformed);
        CHECK_FALSE(text.error().hint.nl.empty());
    }
}

TEST_CASE("unreadable bytes are counted and replaced", "[corpus]") {
    const DecodedText text = decoded("één ideeën coöperatief \xFF");
    CHECK(text.utf8 == "één ideeën coöperatief \xEF\xBF\xBD");
    CHECK(text.replaced == 1);
    CHECK(character_set_notice(text)->nl == "gelezen als UTF-8; onleesbaar: 1 (daar staat nu \xEF\xBF\xBD)");
    CHECK_FALSE(character_set_notice(decoded("één")));
}

TEST_CASE("short Dutch texts in windows-1252 are read as that", "[corpus]") {
    for (const std::string_view bytes :
         {"Caf\xE9", "co\xF6peratie", "\xE9\xE9n idee\xEBn", "Belgi\xEB, Groot-Brittanni\xEB", "r\xF4le",
          "Skoalle yn Frysl\xE2n", "\x91s-Hertogenbosch", "zo\xF6logisch, ge\xEFnformeerd, re\xEBl, v\xF3\xF3r"}) {
        INFO(bytes);
        CHECK(decoded(bytes).charset == "windows-1252");
    }
}

TEST_CASE("decoded text is UTF-8, and UTF-8 stays what it is", "[corpus][property]") {
    rc::prop("any bytes", [](const std::string& bytes, const std::string& declared) {
        const auto text = decode_text(bytes, declared);
        if (text) RC_ASSERT(!first_invalid_utf8(text->utf8));
    });
    rc::prop("letters of Dutch in both character sets", [] {
        const auto letters = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0xC0, 0x100));
        std::string western = "\xE9 een";  // so that it is no UTF-8
        std::string utf8 = "é een";
        for (const int letter : letters) {
            western += {' ', static_cast<char>(letter)};
            utf8 += {' ', static_cast<char>(0xC0 | (letter >> 6)), static_cast<char>(0x80 | (letter & 0x3F))};
        }
        RC_ASSERT(decode_text(western, "windows-1252")->utf8 == utf8);
        RC_ASSERT(decode_text(utf8, "windows-1252")->utf8 == utf8);
    });
}
