#include "searchd/suggestions/label_words.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {
namespace {

std::string shown(std::string_view text) {
    std::string all;
    for (const LabelWord& word : label_words(text))
        all += (all.empty() ? "" : word.after_hyphen ? "-" : " ") + word.folded;
    return all;
}

TEST_CASE("words of labels are compared as people type them") {
    CHECK(shown("Sociale wijkteams") == "sociale wijkteams");
    CHECK(shown("Wmo-werkplaats Twente") == "wmo-werkplaats twente");
    CHECK(shown("Thema's en foto’s") == "themas en fotos");
    CHECK(shown("’s-Hertogenbosch") == "s-hertogenbosch");
    CHECK(shown("jeugd- en gezinsbeleid") == "jeugd en gezinsbeleid");
    CHECK(shown("reïntegratie · één cliënt") == "reintegratie een client");
    CHECK(shown("(door)ontwikkelen, 0-4 jaar") == "door ontwikkelen 0-4 jaar");
    CHECK(shown("IJsselland Ĳmond") == "ijsselland ijmond");
    CHECK(shown("") == "");
    CHECK(shown("-'?·") == "");
}

TEST_CASE("words stand where they say") {
    const std::string text = "Eén cliënt";
    const auto words = label_words(text);
    REQUIRE(words.size() == 2);
    CHECK(text.substr(words[0].begin, words[0].end - words[0].begin) == "Eén");
    CHECK(text.substr(words[1].begin, words[1].end - words[1].begin) == "cliënt");
}

TEST_CASE("any bytes have words in order, inside the text") {
    rc::prop("places ascend and words are not empty", [](const std::string& bytes) {
        std::uint32_t last = 0;
        for (const LabelWord& word : label_words(bytes)) {
            RC_ASSERT(word.begin >= last);
            RC_ASSERT(word.end > word.begin);
            RC_ASSERT(word.end <= bytes.size());
            RC_ASSERT(!word.folded.empty());
            last = word.end;
        }
    });
}

}  // namespace
}  // namespace schakel
