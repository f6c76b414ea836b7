#include "analyzers/language_data.hpp"

#include <catch2/catch.hpp>

#include "analyzers/installation.hpp"
#include "analyzers/word_analyzer.hpp"
#include "tests/analyzers/language_folder.hpp"

namespace schakel {

namespace {

/// The English text of the error that loading `folder` must give.
std::string error_of(const LanguageFolder& folder) {
    const auto loaded = folder.load();
    if (loaded) return "no error";
    CHECK(loaded.error().code == ErrorCode::language_data_invalid);
    return to_text(loaded.error(), Language::english);
}

}  // namespace

TEST_CASE("words of the tables are folded") {
    const LanguageFolder folder;
    folder.write("stopwoorden.tsv", "woord\nZo’n\n");
    folder.write("stamuitzonderingen.tsv", "woord\tstam\nCliëntenraadsleden\tcliëntenraadslid\n");
    const auto language = folder.load();
    REQUIRE(language);
    CHECK(language->stop_words.contains("zo'n"));
    CHECK(language->stem_exceptions.at("clientenraadsleden") == "clientenraadslid");
}

TEST_CASE("a word that stands twice in a table names the second line") {
    const LanguageFolder folder;
    folder.write("stopwoorden.tsv", "# opmerking\nwoord\nde\n\nDé\n");
    CHECK_THAT(error_of(folder), Catch::Contains("stopwoorden.tsv:5: ") && Catch::Contains("\"Dé\""));
    folder.write("stopwoorden.tsv", "woord\nde\n");
    folder.write("stamuitzonderingen.tsv", "woord\tstam\nsteden\tstad\nsteden\tstede\n");
    CHECK_THAT(error_of(folder), Catch::Contains("stamuitzonderingen.tsv:3: ") && Catch::Contains("\"steden\""));
    folder.write("stamuitzonderingen.tsv", "woord\tstam\n");
    folder.write("onveranderd.tsv", "woord\nggz\nGGZ\n");
    CHECK_THAT(error_of(folder), Catch::Contains("onveranderd.tsv:3: ") && Catch::Contains("\"GGZ\""));
}

TEST_CASE("a missing column names the header line") {
    const LanguageFolder folder;
    folder.write("stamuitzonderingen.tsv", "# opmerking\nwoord\nsteden\n");
    CHECK_THAT(error_of(folder), Catch::Contains("stamuitzonderingen.tsv:2: ") && Catch::Contains("stam"));
}

TEST_CASE("a missing stem names its line") {
    const LanguageFolder folder;
    folder.write("stamuitzonderingen.tsv", "woord\tstam\nkinderen\tkind\nsteden\n");
    CHECK_THAT(error_of(folder), Catch::Contains("stamuitzonderingen.tsv:3: "));
}

TEST_CASE("a table that is not there is named") {
    const LanguageFolder folder;
    std::filesystem::remove(folder.file("onveranderd.tsv"));
    const auto loaded = folder.load();
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == ErrorCode::not_found);
    CHECK_THAT(to_text(loaded.error(), Language::english), Catch::Contains("onveranderd.tsv"));
}

TEST_CASE("the version changes with every table") {
    const LanguageFolder folder;
    const std::string before = folder.load()->version;
    CHECK(folder.load()->version == before);
    folder.write("onveranderd.tsv", "woord\nassen\nleiden\n");
    CHECK(folder.load()->version != before);
}

TEST_CASE("no word of config/nl stands in two tables") {
    const LanguageData& language = shipped_language();
    for (const auto& [word, stem] : language.stem_exceptions) {
        INFO(word);
        CHECK_FALSE(language.stop_words.contains(word));
        CHECK_FALSE(language.verbatim.contains(word));
    }
    for (const std::string& word : language.verbatim) {
        INFO(word);
        CHECK_FALSE(language.stop_words.contains(word));
    }
}

TEST_CASE("every stem exception of config/nl is needed") {
    const auto installation = load_installation(repository_folder() / "config" / "schakel.toml");
    REQUIRE(installation);
    LanguageData without_exceptions = installation->language;
    without_exceptions.stem_exceptions.clear();
    const WordAnalyzer words(without_exceptions);
    for (const auto& [word, stem] : installation->language.stem_exceptions) {
        INFO(word << ": analysis gives this term by itself, so the row can go");
        CHECK(words.term_of(word) != stem);
    }
}

TEST_CASE("no stem in config/nl is a stop word") {
    const LanguageData& language = shipped_language();
    for (const auto& [word, stem] : language.stem_exceptions) {
        INFO(word << " → " << stem);
        CHECK_FALSE(language.stop_words.contains(stem));
    }
}

}  // namespace schakel
