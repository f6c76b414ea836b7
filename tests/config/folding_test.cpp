#include "config/folding.hpp"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/utf8.hpp"

namespace schakel {

TEST_CASE("fold compares words as a reader would") {
    CHECK(fold("Eenzaamheid") == "eenzaamheid");
    CHECK(fold("  twee \t\n woorden ") == "twee woorden");
    CHECK(fold("Cliënten, ÉÉN, reïntegratie") == "clienten, een, reintegratie");
    CHECK(fold("e\xCC\x81\x65\xCC\x81n") == "een");
    CHECK(fold("Ĳsselstein ĳsbeer IJmuiden") == "ijsselstein ijsbeer ijmuiden");
    CHECK(fold("’s-Gravenhage ‘s‑Hertogenbosch") == "'s-gravenhage 's-hertogenbosch");
    CHECK(fold("kennis – en —implementatie") == "kennis - en -implementatie");
    CHECK(fold("co\u00ADöperatie\u200B") == "cooperatie");
    CHECK(fold("een\u00A0\u2009twee") == "een twee");
    CHECK(fold("Straße Ørsted Łódź æ") == "strasse orsted lodz ae");
    CHECK(fold("Fryslân Súdwest") == "fryslan sudwest");
    CHECK(fold("ﬁets m² …") == "fiets m2 ...");
    CHECK(fold("„aanhaling”") == "\"aanhaling\"");
    CHECK(fold("") == "");
    CHECK(fold(" \u00AD ") == "");
}

TEST_CASE("fold replaces bytes that are not UTF-8") {
    CHECK(fold("a\xFF"
               "b") ==
          "a\uFFFD"
          "b");
}

TEST_CASE("folding twice changes nothing, and the result is UTF-8") {
    rc::prop("for any bytes", [](const std::string& text) {
        const std::string once = fold(text);
        RC_ASSERT(!first_invalid_utf8(once));
        RC_ASSERT(fold(once) == once);
    });
    for (char32_t c = 1; c < 0x30000; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        if (c < 0x80)
            text = {static_cast<char>(c)};
        else if (c < 0x800)
            text = {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
        else if (c < 0x10000)
            text = {static_cast<char>(0xE0 | (c >> 12)), static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
                    static_cast<char>(0x80 | (c & 0x3F))};
        else
            text = {static_cast<char>(0xF0 | (c >> 18)), static_cast<char>(0x80 | ((c >> 12) & 0x3F)),
                    static_cast<char>(0x80 | ((c >> 6) & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
        const std::string once = fold(text);
        if (fold(once) != once) FAIL_CHECK("U+" << std::hex << static_cast<unsigned>(c) << " gives " << once);
    }
}

TEST_CASE("slug makes codes") {
    CHECK(slug("Thema's") == "themas");
    CHECK(slug("’s-Gravenhage") == "s-gravenhage");
    CHECK(slug("Gezonde en veilige leefomgeving") == "gezonde-en-veilige-leefomgeving");
    CHECK(slug("  I&W / IenW ") == "i-w-ienw");
    CHECK(slug("Bergen (NH.)") == "bergen-nh");
    CHECK(slug("Платформа") == "");
    CHECK(slug("--") == "");
}

TEST_CASE("a slug is its own slug") {
    rc::prop("for any bytes", [](const std::string& text) { RC_ASSERT(slug(slug(text)) == slug(text)); });
}

}  // namespace schakel
