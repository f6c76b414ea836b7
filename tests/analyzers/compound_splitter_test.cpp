#include "analyzers/compounds/compound_splitter.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "tests/analyzers/compound_lists.hpp"
#include "tests/analyzers/shipped_speller.hpp"

namespace schakel {

namespace {

std::string split(const std::string& word) {
    return split_text(CompoundSplitter(shipped_lexicon(), shipped_compound_rules()), word);
}

std::vector<CompoundPart> parts_of(const std::string& word) {
    std::vector<CompoundPart> parts;
    CompoundSplitter(shipped_lexicon(), shipped_compound_rules()).split(word, parts);
    return parts;
}

/// Parts lie side by side from the first letter to the last, and their stems inside them.
void check_cover(const std::string& word) {
    const auto parts = parts_of(word);
    std::size_t place = 0;
    for (const CompoundPart& part : parts) {
        CHECK(part.begin == place);
        CHECK(part.begin < part.stem_end);
        CHECK(part.stem_end <= part.end);
        place = part.end;
    }
    CHECK((parts.empty() || place == word.size()));
    CHECK(parts.size() != 1);
}

}  // namespace

TEST_CASE("a compound is cut into words of the lexicon") {
    const auto parts = parts_of("jeugdzorg");
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].word == shipped_lexicon().find("jeugd"));
    CHECK(parts[1].word == shipped_lexicon().find("zorg"));
}

TEST_CASE("linking letters belong to the part before them") {
    const auto parts = parts_of("gezondheidszorg");
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].end == 11);
    CHECK(parts[0].stem_end == 10);
    CHECK(parts[0].word == shipped_lexicon().find("gezondheid"));
}

TEST_CASE("three parts") { CHECK(split("jeugdgezondheidszorg") == "jeugd|gezondheids|zorg"); }

TEST_CASE("words with a prefix, a particle or a suffix are no compounds") {
    for (const std::string word : {"aandacht", "bewoner", "verkeer", "uitvoering", "overheid", "bestuurder", "balans"})
        CHECK(split(word) == word);
}

TEST_CASE("digits are a part of their own, but an ordinal is one word") {
    CHECK(split("75plussers") == "75|plussers");
    CHECK(split("24uursopvang") == "24|uurs|opvang");
    CHECK(split("21ste") == "21ste");
}

TEST_CASE("an ending is no part") {
    for (const std::string word : {"dakloosheid", "werkloosheid", "mediator", "winkelier"}) CHECK(split(word) == word);
}

TEST_CASE("abbreviations and a hyphen") {
    CHECK(split("wmoraad") == "wmo|raad");
    CHECK(split("wmo-werkplaats") == "wmo-|werkplaats");
}

TEST_CASE("the curator has the last word") {
    CompoundRules rules = shipped_compound_rules();
    rules.splits["overheid"] = {4, 8};
    rules.whole.insert("gemeenteraad");
    const CompoundSplitter splitter(shipped_lexicon(), rules);
    CHECK(split_text(splitter, "overheid") == "over|heid");
    CHECK(split_text(splitter, "gemeenteraad") == "gemeenteraad");
    CHECK(split_text(splitter, "gemeenteraden") == "gemeenteraden");
}

TEST_CASE("an empty word and a very long one have no parts") {
    CHECK(parts_of("").empty());
    CHECK(parts_of(std::string(50'000, 'a')).empty());
    CHECK(parts_of(std::string(100'000, '\'')).empty());
}

TEST_CASE("parts always cover the word") {
    rc::prop("any bytes", [](const std::string& word) { check_cover(word); });
    rc::prop("words of the lexicon behind each other", [] {
        const auto size = static_cast<WordNumber>(shipped_lexicon().size());
        const auto words = *rc::gen::container<std::vector<WordNumber>>(3, rc::gen::inRange<WordNumber>(0, size));
        std::string word;
        for (const WordNumber one : words) word += shipped_lexicon().text(one);
        check_cover(word);
    });
}

}  // namespace schakel
