#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "analyzers/word_analyzer.hpp"
#include "config/folding.hpp"
#include "tests/analyzers/language_folder.hpp"
#include "tests/analyzers/shipped_speller.hpp"

namespace schakel {

namespace {

constexpr WordNumber step = 97;  // a sample of some four thousand words, from all over the list

std::string term(std::string_view written) {
    static const WordAnalyzer analyzer(shipped_language());
    return analyzer.analyze(written).term;
}

struct Inflection {
    std::string form;
    std::string lemma;
};

std::vector<Inflection> read_inflections(const std::filesystem::path& file) {
    std::ifstream stream(file);
    std::vector<Inflection> inflections;
    for (std::string line; std::getline(stream, line);) {
        const std::size_t tab = line.find('\t');
        REQUIRE(tab != std::string::npos);
        inflections.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    return inflections;
}

double share(std::size_t part, std::size_t whole) { return static_cast<double>(part) / static_cast<double>(whole); }

/// How many of the different base forms have a term that another one has too.
std::size_t count_colliding(const std::set<std::string>& lemmas) {
    std::map<std::string, std::size_t> by_term;
    for (const std::string& lemma : lemmas) ++by_term[term(lemma)];
    std::size_t colliding = 0;
    for (const auto& [shared, count] : by_term) colliding += count > 1 ? count : 0;
    return colliding;
}

}  // namespace

TEST_CASE("the shipped list has the words of Dutch") {
    CHECK(shipped_lexicon().size() >= 400'000);
    for (const char* word :
         {"de", "gemeente", "kinderen", "jeugdzorg", "ggd", "amsterdam", "clienten", "foto's", "opgeschaald"}) {
        INFO(word);
        CHECK(shipped_lexicon().find(word).has_value());
    }
}

TEST_CASE("words of the shipped list lead to words of the list") {
    const Lexicon& lexicon = shipped_lexicon();
    for (WordNumber word = 0; word < lexicon.size(); ++word) {
        const LexiconEntry& entry = lexicon.entry(word);
        if (entry.lemma >= lexicon.size()) FAIL(lexicon.text(word) << " has no base form");
        if (entry.base != no_word && entry.base >= lexicon.size()) FAIL(lexicon.text(word) << " comes from nothing");
    }
}

TEST_CASE("a base form is its own base form") {
    const Lexicon& lexicon = shipped_lexicon();
    for (WordNumber word = 0; word < lexicon.size(); ++word) {
        const WordNumber lemma = lexicon.entry(word).lemma;
        if (lexicon.entry(lemma).lemma != lemma) FAIL_CHECK(lexicon.text(word) << " leads to " << lexicon.text(lemma));
    }
}

TEST_CASE("no word of the shipped list comes from itself") {
    const Lexicon& lexicon = shipped_lexicon();
    for (WordNumber word = 0; word < lexicon.size(); ++word)
        if (lexicon.entry(word).base == word) FAIL_CHECK(lexicon.text(word));
}

TEST_CASE("the words of the shipped list are folded and found") {
    const Lexicon& lexicon = shipped_lexicon();
    for (WordNumber word = 0; word < lexicon.size(); ++word) {
        const std::string text(lexicon.text(word));
        if (text.empty() || fold(text) != text) FAIL_CHECK(text << " is not folded");
        if (lexicon.find(text) != word) FAIL_CHECK(text << " is not found");
    }
}

TEST_CASE("the beginnings of a word are the words that find knows") {
    const Lexicon& lexicon = shipped_lexicon();
    std::vector<LexiconPrefix> prefixes;
    for (WordNumber word = 0; word < lexicon.size(); word += step) {
        const std::string text = std::string(lexicon.text(word)) + "zorg";
        lexicon.prefixes(text, prefixes);
        std::size_t next = 0;
        for (std::size_t length = 1; length <= text.size(); ++length) {
            const auto found = lexicon.find(std::string_view(text).substr(0, length));
            if (!found) continue;
            REQUIRE(next < prefixes.size());
            CHECK(prefixes[next].length == length);
            CHECK(prefixes[next].word == *found);
            ++next;
        }
        CHECK(next == prefixes.size());
    }
}

TEST_CASE("words are numbered in ascending order") {
    const Lexicon& lexicon = shipped_lexicon();
    for (WordNumber word = 1; word < lexicon.size(); ++word)
        if (lexicon.text(word - 1) >= lexicon.text(word)) FAIL_CHECK(lexicon.text(word) << " stands too far back");
}

TEST_CASE("a word is found in two pieces") {
    const Lexicon& lexicon = shipped_lexicon();
    for (WordNumber word = 0; word < lexicon.size(); word += step) {
        const std::string_view text = lexicon.text(word);
        for (std::size_t cut = 0; cut <= text.size(); ++cut)
            CHECK(lexicon.find(text.substr(0, cut), text.substr(cut)) == word);
    }
    CHECK_FALSE(lexicon.find("zorg", "qqq"));
    CHECK_FALSE(lexicon.find("", ""));
}

TEST_CASE("what looks alike is not the same") {
    for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{{"gemeente", "mening"},
                                                                                     {"gezondheid", "zon"},
                                                                                     {"gezin", "zin"},
                                                                                     {"geweld", "wel"},
                                                                                     {"beleid", "begeleiding"},
                                                                                     {"wonen", "gewoon"},
                                                                                     {"arts", "art"},
                                                                                     {"gerecht", "recht"},
                                                                                     {"ouderen", "ouders"}}) {
        INFO(one << " and " << other);
        CHECK(term(one) != term(other));
    }
    CHECK(term("ouderen") == term("oudere"));
    CHECK(term("GGD") == term("GGD'en"));
}

TEST_CASE("forms of a large private list meet, and its base forms stay apart", "[slow]") {
    const auto shared = shared_folder();
    if (!shared) {
        WARN("skipped: SCHAKEL_SHARED is not set");
        return;
    }
    const auto inflections = read_inflections(*shared / "eval" / "inflections.tsv");
    REQUIRE(inflections.size() > 1000);
    std::size_t met = 0;
    std::set<std::string> lemmas;
    for (const auto& [form, lemma] : inflections) {
        met += term(form) == term(lemma) ? 1U : 0U;
        lemmas.insert(fold(lemma));
    }
    const double meeting = share(met, inflections.size());
    const double colliding = share(count_colliding(lemmas), lemmas.size());
    INFO(meeting << " of the forms meet; " << colliding << " of the base forms collide");
    CHECK(meeting >= 0.97);
    CHECK(colliding <= 0.015);
}

}  // namespace schakel
