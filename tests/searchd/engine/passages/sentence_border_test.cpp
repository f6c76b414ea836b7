#include "searchd/engine/passages/sentence_border.hpp"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "searchd/engine/passages/line_kind.hpp"

namespace schakel {
namespace {

/// Whether a sentence ends where the text has a ¦, which is left out, between the words on both sides.
bool ends(const std::string& marked) {
    const std::size_t at = marked.find("¦");
    const std::string left = marked.substr(0, at);
    const std::string text = left + marked.substr(at + std::string("¦").size());
    const std::string signs = " .!?\n\r\t-•()\"'";
    const std::size_t from = left.find_last_not_of(signs) + 1;
    return ends_sentence(text, from, text.find_first_not_of(signs + "•", at));
}

LineKind kind(const std::string& text, const std::string& word) { return kind_of_line(text, text.find(word)); }

const std::string full = "Deze regel van een tekst was vol, en daarom gaat de zin ";

}  // namespace

TEST_CASE("sentences end at full stops, question marks and exclamation marks") {
    CHECK(ends("Dit is zorg. ¦Dat niet."));
    CHECK(ends("Is dit zorg? ¦Ja."));
    CHECK(ends("Dit is zorg! ¦Echt."));
    CHECK(ends("Dit is \"zorg.\" ¦Dat niet."));
    CHECK(ends("In 2015. ¦De wet"));
    CHECK_FALSE(ends("Dit is zorg, ¦dat niet."));
    CHECK_FALSE(ends("Dit is zorg (¦soms)"));
}

TEST_CASE("abbreviations and small letters carry on") {
    for (const char* text :
         {"volgens art. ¦3", "Zie bijv. ¦Enschede", "m.b.t. ¦Wmo", "Besluit nr. ¦12", "prof. ¦Jansen", "J. ¦Jansen",
          "(zie p. ¦12)", "Art. ¦3", "de org. ¦voor cliënten", "voorbeeld.¦nl"})
        CHECK_FALSE(ends(text));
    CHECK_FALSE(ends("1. ¦Inleiding"));
    CHECK_FALSE(ends(full + "\n12. ¦Inleiding"));
}

TEST_CASE("a line that was full goes on, another ends") {
    CHECK_FALSE(ends(full + "\n¦verder"));
    CHECK_FALSE(ends(full + "\r\n¦Enschede in"));
    CHECK(ends("Inleiding\n¦Dit rapport"));
    CHECK(ends(full + "\n\n¦verder"));
    CHECK(ends(full + "\r\n\r\n¦verder"));
    CHECK(ends(full + "\n- ¦wonen"));
    CHECK(ends(full + "\n• ¦wonen"));
    CHECK(ends(full + "\n¦2. wonen"));
    CHECK(ends(full + "\n¦12) wonen"));
    CHECK(ends("Inleiding\r¦Dit rapport"));
}

TEST_CASE("any two places in any text may be asked about") {
    rc::prop("without harm", [](const std::string& text) {
        const std::size_t from = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
        const std::size_t to = *rc::gen::inRange<std::size_t>(from, text.size() + 1);
        RC_ASSERT(!ends_sentence(text, from, from));
        ends_sentence(text, from, to);
        if (from < text.size()) kind_of_line(text, from);
    });
}

TEST_CASE("headings and tables of contents are told from sentences") {
    CHECK(kind("1.2 Wijkteams\nDe wijkteams helpen.", "Wijk") == LineKind::heading);
    CHECK(kind("Wijkteams\n\nDe wijkteams helpen.", "Wijk") == LineKind::heading);
    CHECK(kind("## Wijkteams\nDe wijkteams helpen.", "Wijk") == LineKind::heading);
    CHECK(kind("Wijkteams\n\nDe wijkteams helpen.", "helpen") == LineKind::running);
    CHECK(kind("De wijkteams helpen", "helpen") == LineKind::heading);  // alone, without a full stop
    CHECK(kind("van de wijkteams\n\nMeer", "wijk") == LineKind::running);
    CHECK(kind("De gemeente, de school en\nde wijkteams helpen.", "school") == LineKind::running);
    CHECK(kind(full + full, "daarom") == LineKind::running);
    CHECK(kind("2.1 Wijkteams ........ 12\n", "Wijk") == LineKind::contents);
    CHECK(kind("Wijkteams . . . . 12", "Wijk") == LineKind::contents);
    CHECK(kind("Wijkteams\t12", "Wijk") == LineKind::contents);
    CHECK(kind("Wijkteams in 2015", "Wijk") == LineKind::heading);
    CHECK(kind("In 2015.", "2015") == LineKind::running);
    CHECK(kind("\n\n", "\n") == LineKind::running);
}

}  // namespace schakel
