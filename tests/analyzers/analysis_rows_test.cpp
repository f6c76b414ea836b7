#include "analyzers/analysis_rows.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "analyzers/analyzer.hpp"
#include "tests/analyzers/text_generator.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

const Installation& shipped_installation() {
    static const Installation installation = [] {
        auto loaded = load_installation(repository_folder() / "config" / "schakel.toml");
        if (!loaded) throw std::runtime_error(to_text(loaded.error(), Language::english));
        return std::move(*loaded);
    }();
    return installation;
}

std::vector<AnalysisRow> rows_of(std::string_view text) {
    static const ExpansionTables tables(shipped_installation());
    static Analyzer analyzer(shipped_installation().language);
    return analysis_rows(text, analyzer.analyze(text), tables);
}

std::string tsv_of(std::string_view text) { return to_tsv(rows_of(text)); }

std::string lower_case(const std::string& text) {
    std::string lower;
    icu::UnicodeString::fromUTF8(text).toLower(icu::Locale("nl")).toUTF8String(lower);
    return lower;
}

std::string upper_case(const std::string& text) {
    std::string upper;
    icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale("nl")).toUTF8String(upper);
    return upper;
}

std::string concatenated(const std::vector<std::string>& pieces) {
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    return text;
}

void check_parts(const std::string& text) {
    for (const AnalysisRow& row : rows_of(text)) {
        RC_ASSERT(!row.parts.empty());
        RC_ASSERT(concatenated(row.parts) == lower_case(row.typed));
        RC_ASSERT(
            std::none_of(row.parts.begin(), row.parts.end(), [](const std::string& part) { return part.empty(); }));
    }
}

/// Words with accents, hyphens and apostrophes, of the list and not.
rc::Gen<std::string> written_word() {
    static const std::vector<std::string> pieces{
        "jeugd",       "zorg",        "cliënten", "raad",    "Wmo",    "-",    "-",       "'s",
        "gezondheids", "café",        "bezoek",   "patiënt", "foto",   "IJs",  "ĳs",      "baan",
        "co",          "ouder",       "één",      "ouder",   "GGD'en", "coöp", "65",      "plus",
        "beleid",      "ge\u00ADzin", "wijk",     "team",    "A4'tje", "reïn", "tegratie"};
    return rc::gen::map(
        rc::gen::resize(5, rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))),
        [](const std::vector<std::string>& chosen) { return concatenated(chosen); });
}

const AnalysisRow& only_row(const std::vector<AnalysisRow>& rows) {
    REQUIRE(rows.size() == 1);
    return rows.front();
}

}  // namespace

TEST_CASE("parts together are the word as typed, in lower case") {
    rc::prop("words", [] { check_parts(*written_word()); });
    rc::prop("words in capitals", [] { check_parts(upper_case(*written_word())); });
    rc::prop("texts", [] { check_parts(*valid_dutch_text()); });
}

TEST_CASE("a line has the word as typed, its term and its parts") {
    rc::prop("three columns of which the last is the first", [] {
        const std::string tsv = tsv_of(*written_word());
        std::istringstream lines(tsv);
        for (std::string line; std::getline(lines, line);) {
            const std::size_t first = line.find('\t');
            const std::size_t second = line.find('\t', first + 1);
            RC_ASSERT(second != std::string::npos);
            std::string parts = line.substr(second + 1);
            std::erase(parts, '|');
            RC_ASSERT(parts == lower_case(line.substr(0, first)));
            RC_ASSERT(second > first + 1);
        }
    });
}

TEST_CASE("accents and capitals do not change where a word is cut") {
    using Parts = std::vector<std::string>;
    CHECK(only_row(rows_of("clientenraad")).parts == Parts{"clienten", "raad"});
    CHECK(only_row(rows_of("cliëntenraad")).parts == Parts{"cliënten", "raad"});
    CHECK(only_row(rows_of("CLIËNTENRAAD")).parts == Parts{"cliënten", "raad"});
    CHECK(only_row(rows_of("clie\u0308ntenraad")).parts == Parts{"clie\u0308nten", "raad"});
    CHECK(only_row(rows_of("cafébezoek")).parts == Parts{"café", "bezoek"});
    CHECK(only_row(rows_of("ĳsbaan")).parts == Parts{"ĳs", "baan"});
}

TEST_CASE("a combining accent stays with its letter") {
    CHECK(only_row(rows_of("cafe\u0301bezoek")).parts == std::vector<std::string>{"cafe\u0301", "bezoek"});
}

TEST_CASE("a hyphenated word is one line, and its hyphen belongs to the part before it") {
    CHECK(tsv_of("Wmo-werkplaats") == "Wmo-werkplaats\twmowerkplaats\twmo-|werkplaats\n");
    CHECK(tsv_of("de Wmo-raad beslist") == "de\tde\tde\nWmo-raad\twmoraad\twmo-|raad\nbeslist\tbeslissen\tbeslist\n");
}

TEST_CASE("a dash that stands for a hyphen belongs to the part before it too") {
    CHECK(tsv_of("wijk\u2013team") == "wijk\u2013team\twijkteam\twijk\u2013|team\n");
}

TEST_CASE("parts of a reference are no lines") { CHECK(tsv_of("2023-2027") == "2023-2027\t2023-2027\t2023-2027\n"); }

TEST_CASE("a text without words has no lines") {
    CHECK(tsv_of("").empty());
    CHECK(tsv_of(" - ' ").empty());
}

TEST_CASE("a row says what else a word can be called and what is of its family") {
    const AnalysisRow row = only_row(rows_of("eenzaamheid"));
    CHECK(std::count(row.synonyms.begin(), row.synonyms.end(), "sociaal isolement") == 1);
    CHECK(std::count(row.synonyms.begin(), row.synonyms.end(), "vereenzaming") == 0);  // outdated
    CHECK(std::count(row.derivations.begin(), row.derivations.end(), "eenzaam") == 1);
}

TEST_CASE("a stop word has no family") { CHECK(only_row(rows_of("over")).derivations.empty()); }

TEST_CASE("names of several words are told at their first word") {
    const auto rows = rows_of("sociaal isolement");
    REQUIRE(rows.size() == 2);
    CHECK(std::count(rows[0].synonyms.begin(), rows[0].synonyms.end(), "eenzaamheid") == 1);
    CHECK(rows[1].synonyms.empty());
}

TEST_CASE("the same as JSON") {
    const auto json = nlohmann::json::parse(to_json("Wmo-raad", rows_of("Wmo-raad")));
    CHECK(json["tekst"] == "Wmo-raad");
    CHECK(json["woorden"].size() == 3);
    CHECK(json["woorden"][0]["regel"] == "afkorting");
    const auto plain = nlohmann::json::parse(to_json("jeugdzorg", rows_of("jeugdzorg")));
    CHECK(plain["woorden"][0]["delen"] == nlohmann::json::array({"jeugd", "zorg"}));
    CHECK(plain["woorden"][0]["positie"] == 1);
    CHECK(plain["woorden"][0]["van"] == 0);
    CHECK(plain["woorden"][0]["tot"] == 9);
    CHECK(plain["woorden"][0]["stopwoord"] == false);
}

TEST_CASE("text that is not UTF-8 gives JSON all the same") {
    const std::string text = "zorg\xFF\xC3 raad";
    const auto json = nlohmann::json::parse(to_json(text, rows_of(text)));
    CHECK(json["woorden"].size() == 2);
}

}  // namespace schakel
