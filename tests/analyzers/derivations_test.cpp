#include "analyzers/expansion/derivations.hpp"

#include <algorithm>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "analyzers/lexicon/lexicon_writer.hpp"
#include "tests/analyzers/shipped_speller.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

Lexicon lexicon_of(std::vector<LexiconWord> words) {
    const TemporaryFolder folder;
    if (!write_lexicon(folder.path() / "lexicon", std::move(words))) throw std::runtime_error("cannot write a lexicon");
    return *Lexicon::open(folder.path() / "lexicon");
}

LexiconWord derived(std::string text, std::string base) {
    return {.text = std::move(text), .lemma = "", .base = std::move(base)};
}

LexiconWord form(std::string text, std::string lemma, std::string base) {
    return {.text = std::move(text), .lemma = std::move(lemma), .base = std::move(base)};
}

std::vector<std::string> family(const Lexicon& lexicon, std::string_view term) {
    std::vector<std::string> terms = Derivations(lexicon).of(term);
    std::sort(terms.begin(), terms.end());
    return terms;
}

using Terms = std::vector<std::string>;

}  // namespace

TEST_CASE("a family is found from both sides") {
    const Lexicon lexicon = lexicon_of({derived("eenzaamheid", "eenzaam"), derived("vereenzamen", "eenzaam")});
    CHECK(family(lexicon, "eenzaamheid") == Terms{"eenzaam"});
    CHECK(family(lexicon, "eenzaam") == Terms{"eenzaamheid", "vereenzamen"});
}

TEST_CASE("a word without family, and one that is not listed") {
    const Lexicon lexicon = lexicon_of({derived("eenzaamheid", "eenzaam"), {.text = "huis"}});
    CHECK(family(lexicon, "huis").empty());
    CHECK(family(lexicon, "onbekend").empty());
    CHECK(family(lexicon, "").empty());
}

TEST_CASE("only base forms are of the family") {
    const Lexicon lexicon =
        lexicon_of({derived("begeleiding", "begeleiden"), form("begeleidingen", "begeleiding", "begeleiden"),
                    form("begeleide", "begeleiden", "")});
    CHECK(family(lexicon, "begeleiden") == Terms{"begeleiding"});
}

TEST_CASE("a word derived from a form is of the family of its base form") {
    const Lexicon lexicon = lexicon_of({form("geleide", "geleiden", ""), derived("geleider", "geleide")});
    CHECK(family(lexicon, "geleider") == Terms{"geleiden"});
}

TEST_CASE("terms have no hyphen") {
    const Lexicon lexicon = lexicon_of({derived("co-ouderschap", "ouder")});
    CHECK(family(lexicon, "ouder") == Terms{"coouderschap"});
}

TEST_CASE("a large family gives a handful") {
    std::vector<LexiconWord> words;
    for (char letter = 'a'; letter <= 'z'; ++letter) words.push_back(derived(std::string("zorg") + letter, "zorg"));
    const Lexicon lexicon = lexicon_of(std::move(words));
    CHECK(family(lexicon, "zorg").size() == 6);
}

TEST_CASE("families of the shipped word list") {
    const Derivations derivations(shipped_lexicon());
    const auto has = [&](std::string_view word, const std::string& other) {
        const Terms terms = derivations.of(word);
        return std::find(terms.begin(), terms.end(), other) != terms.end();
    };
    CHECK(has("eenzaamheid", "eenzaam"));
    CHECK(has("eenzaam", "eenzaamheid"));
    CHECK(has("begeleiding", "begeleiden"));
    CHECK(has("begeleiden", "begeleiding"));
    CHECK_FALSE(has("beleid", "begeleiding"));
}

}  // namespace schakel
