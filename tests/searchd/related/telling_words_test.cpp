#include "searchd/related/telling_words.hpp"

#include <catch2/catch.hpp>

#include "analyzers/word_analyzer.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

const LanguageData& dutch() { return sample_installation().language; }

Word analyzed(std::string_view written) { return WordAnalyzer(dutch()).analyze(written); }

TEST_CASE("nouns, compounds, abbreviations and unknown words say what a text is about") {
    for (const char* written : {"wijkteams", "jeugdhulp", "eenzaam", "ggz", "Enschede", "Abbink"}) {
        INFO(written);
        CHECK(is_telling(analyzed(written), dutch()));
    }
}

TEST_CASE("stop words, numbers, verbs and little words do not") {
    for (const char* written : {"de", "waarbij", "2015", "praten", "spraken", "mee", "zo"}) {
        INFO(written);
        CHECK_FALSE(is_telling(analyzed(written), dutch()));
    }
}

TEST_CASE("a number in letters does not either") {
    for (const char* written : {"zes", "twaalf", "achttien", "vijfentwintig", "honderd", "tweeduizend", "derde"}) {
        INFO(written);
        CHECK_FALSE(is_telling(analyzed(written), dutch()));
    }
    for (const char* written : {"achterstand", "driehoek", "elftal", "eenheid", "eenzaamheid"}) {
        INFO(written);
        CHECK(is_telling(analyzed(written), dutch()));
    }
}

TEST_CASE("what may be the name of a person is never shown") {
    for (const char* written : {"Marijke", "Abbink", "eenzaam"}) {
        INFO(written);
        CHECK_FALSE(may_be_shown(analyzed(written), dutch()));
    }
    for (const char* written : {"wijkteams", "cliëntenraad", "buurtkamerproject", "GGZ"}) {
        INFO(written);
        CHECK(may_be_shown(analyzed(written), dutch()));
    }
}

TEST_CASE("a word from the beginning of a sentence as it stands inside one") {
    CHECK(inside_sentence("Cliënten") == "cliënten");
    CHECK(inside_sentence("GGZ") == "GGZ");
    CHECK(inside_sentence("cliënten") == "cliënten");
    CHECK(inside_sentence("Noord-Brabant") == "Noord-Brabant");
    CHECK(inside_sentence("NJi") == "NJi");
    CHECK(inside_sentence("E") == "e");
    CHECK(inside_sentence("") == "");
}

}  // namespace
}  // namespace schakel
