#include <catch2/catch.hpp>

#include "analyzers/lexicon/compiler/affix_file.hpp"
#include "analyzers/lexicon/compiler/first_part.hpp"
#include "analyzers/lexicon/compiler/part_counts.hpp"
#include "analyzers/lexicon/compiler/spelling.hpp"

namespace schakel {

namespace {

using Spellings = std::vector<std::string>;

WordList words_of(std::initializer_list<const char*> texts) {
    WordList words;
    for (const char* text : texts) words.add(text);
    return words;
}

}  // namespace

TEST_CASE("a vowel ending opens the last syllable as Dutch spelling has it") {
    CHECK(with_vowel_ending("huis", "en") == Spellings{"huizen", "huisen"});
    CHECK(with_vowel_ending("man", "en") == Spellings{"mannen"});
    CHECK(with_vowel_ending("loop", "en") == Spellings{"lopen"});
    CHECK(with_vowel_ending("wortel", "en") == Spellings{"wortellen", "wortelen"});
    CHECK(with_vowel_ending("brief", "en") == Spellings{"brieven", "briefen"});
    CHECK(with_vowel_ending("kuil", "en") == Spellings{"kuilen"});
    CHECK(with_vowel_ending("opgave", "en") == Spellings{"opgaven"});
    CHECK(with_vowel_ending("zee", "en") == Spellings{"zeen", "zeeen"});
    CHECK(with_vowel_ending("buiig", "e") == Spellings{"buiigge", "buiige"});
}

TEST_CASE("an infinitive has the stems that its spelling allows") {
    CHECK(stems_of("lopen") == Spellings{"loop"});
    CHECK(stems_of("leven") == Spellings{"leef"});
    CHECK(stems_of("kussen") == Spellings{"kus"});
    CHECK(stems_of("duwen") == Spellings{"duw"});
    CHECK(stems_of("werken") == Spellings{"werk"});
    CHECK(stems_of("rekenen") == Spellings{"rekeen", "reken"});
    CHECK(stems_of("gaan").empty());
}

TEST_CASE("the letter before -en decides between -te and -de") {
    CHECK(takes_t("werken"));
    CHECK(takes_t("fietsen"));
    CHECK_FALSE(takes_t("leven"));
    CHECK_FALSE(takes_t("verhuizen"));
}

TEST_CASE("affix rules are read and applied in folded form") {
    const auto affixes = AffixFile::parse("nl.aff",
                                          "SET UTF-8\nSFX Zb Y 2\nSFX Zb 0 en/CaCbCp [^eo]\nSFX Zb 0 ën/CaCbCp [eo]\n"
                                          "SFX Zh Y 1\nSFX Zh s zen s\nPFX Pl Y 1\nPFX Pl 0 bĳ .\n");
    REQUIRE(affixes);
    const auto& plurals = affixes->rules(affix_flag('Z', 'b'));
    REQUIRE(plurals.size() == 2);
    CHECK(applied(plurals[0], "buurt") == "buurten");
    CHECK(applied(plurals[0], "zee").empty());
    CHECK(applied(plurals[1], "zee") == "zeeen");
    CHECK(plurals[0].continuation == affix_flags("CaCbCp"));
    CHECK(applied(affixes->rules(affix_flag('Z', 'h'))[0], "huis") == "huizen");
    CHECK(applied(affixes->rules(affix_flag('P', 'l'))[0], "staan") == "bijstaan");
    CHECK(affixes->rules(affix_flag('Q', 'q')).empty());
}

TEST_CASE("an affix rule that is not whole is an error with its line") {
    const auto affixes = AffixFile::parse("nl.aff", "SET UTF-8\nSFX Zb Y 1\nSFX Zb 0\n");
    REQUIRE_FALSE(affixes);
    CHECK(affixes.error().code == ErrorCode::language_data_invalid);
    CHECK(affixes.error().message.nl == "nl.aff:3: dit is geen hele regel van een affixbestand.");
}

TEST_CASE("a part is counted in every longer word whose rest is a word") {
    const WordList words = words_of({"jeugd", "zorg", "jeugdzorg", "zorgplan", "plan", "gezin", "gezinsplan"});
    std::vector<Origin> origins;
    for (FormNumber word = 0; word < words.size(); ++word) origins.push_back({word, underived});
    const auto counts = count_parts(words, origins);
    CHECK(counts[*words.find("jeugd")].begins == 1);
    CHECK(counts[*words.find("zorg")].begins == 1);
    CHECK(counts[*words.find("zorg")].ends == 1);
    CHECK(counts[*words.find("plan")].ends == 2);
    CHECK(counts[*words.find("gezin")].begins == 1);
    CHECK(counts[*words.find("jeugdzorg")].ends == 0);
}

TEST_CASE("a form of a word is not made of that word and an ending") {
    const WordList words = words_of({"zorg", "een", "zorgeen", "begeleid", "eren", "begeleideren"});
    const auto counts =
        count_parts(words, {{0, underived}, {1, underived}, {0, underived}, {3, underived}, {4, underived}, {5, 3}});
    CHECK(counts[0].begins == 0);
    CHECK(counts[1].ends == 0);
    CHECK(counts[4].ends == 0);
}

TEST_CASE("counts are on a scale of eight steps for each doubling") {
    CHECK(on_log_scale(0) == 0);
    CHECK(on_log_scale(1) == 8);
    CHECK(on_log_scale(3) == 16);
    CHECK(on_log_scale(4'000'000'000) == 255);
}

TEST_CASE("a compound begins with a particle, a word, or a word and a link") {
    const WordList words = words_of({"raad", "buurt", "ui"});
    CHECK(is_first_part("op", words));
    CHECK(is_first_part("buurt", words));
    CHECK(is_first_part("raads", words));
    CHECK_FALSE(is_first_part("ui", words));
    CHECK_FALSE(is_first_part("raa", words));
}

}  // namespace schakel
