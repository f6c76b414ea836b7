#include "corpus/readers/pdf/line_end_words.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

using namespace schakel;

namespace {

/// The text after joining, in a document where these words occur.
std::string joined(const std::string& words, const std::string& text) {
    LineEndWords ends;
    ends.learn(words);
    ends.learn(text);
    return ends.joined(text);
}

}  // namespace

TEST_CASE("a broken word is joined when the document shows it whole", "[corpus]") {
    CHECK(joined("de gemeente doet", "een gemeen-\nte met plannen") == "een gemeente\nmet plannen");
    CHECK(joined("(gemeente),", "een “gemeen-\nte” met plannen") == "een “gemeen-\nte” met plannen");
    CHECK(joined("gemeente", "een (gemeen-\nte) met plannen") == "een (gemeente)\nmet plannen");
    CHECK(joined("gemeente", "een gemeen-\nte") == "een gemeente");
    CHECK(joined("gemeente", "een gemeen-\nte\n\nNieuw") == "een gemeente\n\nNieuw");
    CHECK(joined("zee-egel", "de zee-\negel") == "de zee-egel");
    CHECK(joined("coördinatie", "de coördi-\nnatie") == "de coördinatie");
}

TEST_CASE("what the document does not show stays for the analysis", "[corpus]") {
    CHECK(joined("", "de mantel-\nzorgers") == "de mantel-\nzorgers");
    CHECK(joined("zorgen jeugden", "de zorg-\nen jeugd-\nen welzijn") == "de zorg-\nen jeugd-\nen welzijn");
    CHECK(joined("WmoWet", "de Wmo-\nWet") == "de Wmo-\nWet");
    CHECK(joined("ab 12b", "a-\nb 12-\nb") == "a-\nb 12-\nb");
    CHECK(joined("gemeente", "een gemeen-\n\nte") == "een gemeen-\n\nte");
    CHECK(joined("", "-\n-\n\n-\n") == "-\n-\n\n-\n");
}

TEST_CASE("a soft hyphen at a line end is a break", "[corpus]") {
    CHECK(joined("", "de vrijwilligers\u00AD\norganisaties doen mee") == "de vrijwilligersorganisaties\ndoen mee");
    CHECK(joined("", "een vrij\u00AD\nwil\u00AD\nliger\nis") == "een vrijwilliger\nis");
}

TEST_CASE("joining changes nothing but hyphens and line ends", "[corpus][property]") {
    rc::prop("the same letters", [](std::vector<unsigned char> picks) {
        constexpr std::array<std::string_view, 9> pieces{"zorg", "-",  "\n",      " ",     "\n\n",
                                                         "en",   "té", "zorg-té", "zorgté"};
        std::string text;
        for (const unsigned char pick : picks) text += pieces[pick % pieces.size()];
        const auto letters = [](std::string from) {
            std::erase_if(from, [](char c) { return c == '-' || c == '\n' || c == ' '; });
            return from;
        };
        RC_ASSERT(letters(joined("zorgté", text)) == letters(text));
    });
}
