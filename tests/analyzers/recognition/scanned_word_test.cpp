#include "analyzers/recognition/scanned_word.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "analyzers/recognition/phrase_set.hpp"
#include "config/folding.hpp"

using namespace schakel;

namespace {

/// The words of a text between bars, capitals as ^ and numbers as #.
std::string scanned(const std::string& text) {
    std::vector<ScannedWord> words;
    scan_words(text, KnownWords{}, words);
    std::string shown;
    for (const ScannedWord& word : words) {
        if (!shown.empty()) shown += '|';
        if (word.letter_case == LetterCase::initial_capital) shown += '^';
        if (word.letter_case == LetterCase::all_capitals) shown += "^^";
        if (word.letter_case == LetterCase::number) shown += '#';
        shown += text.substr(word.begin, word.end - word.begin);
    }
    return shown;
}

}  // namespace

TEST_CASE("words are runs of letters and digits, whatever stands between them", "[recognition]") {
    CHECK(scanned("in ’s-Gravenhage (ZH)") == "in|s|^Gravenhage|^^ZH");
    CHECK(scanned("Noord-Holland–Utrecht…") == "^Noord|^Holland|^Utrecht");
    CHECK(scanned("Fryslân, Súdwest") == "^Fryslân|^Súdwest");
    CHECK(scanned("Één • 2016 A4 zorg") == "^Één|#2016|^^A4|zorg");
    CHECK(scanned("U") == "^U");
    CHECK(scanned("\xC2\xA0\xE2\x80") == "");
}

TEST_CASE("a word is known by its folded form", "[recognition]") {
    KnownWords known;
    const WordNumber fryslan = known.add(fold("Fryslân"));
    REQUIRE(fryslan != unknown_word);
    CHECK(known.add("fryslan") == fryslan);
    std::vector<ScannedWord> words;
    scan_words(
        "Fryslân FRYSLAN fryslân Frysl\xC2\xAD"
        "an friesland",
        known, words);
    REQUIRE(words.size() == 5);
    for (std::size_t i = 0; i < 4; ++i) CHECK(words[i].number == fryslan);
    CHECK(words[4].number == unknown_word);
}

TEST_CASE("as many words as one likes are all found again", "[recognition]") {
    KnownWords known;
    std::vector<WordNumber> numbers;
    for (int i = 0; i < 5000; ++i) numbers.push_back(known.add("woord" + std::to_string(i)));
    for (int i = 0; i < 5000; ++i)
        CHECK(known.find("woord" + std::to_string(i)) == numbers[static_cast<std::size_t>(i)]);
    CHECK(known.find("woord5000") == unknown_word);
    CHECK(known.add(std::string(longest_known_word + 1, 'a')) == unknown_word);
}

TEST_CASE("a word of any length is known wherever in a text it stands", "[recognition]") {
    rc::prop("its number is that of the folded word", [] {
        const auto letter = rc::gen::element('a', 'z', 'A', 'Z', '0', '9', 'm', 'N');
        std::string word;
        for (int left = *rc::gen::inRange(1, 80); left > 0; --left) word += *letter;
        word += *rc::gen::element<std::string>("", "", "é", "É", "x\xC2\xADy");
        KnownWords known;
        const WordNumber number = known.add(fold(word));
        const std::string before = *rc::gen::element<std::string>("", " ", "@", "de [", "´–");
        const std::string text =
            before + word + *rc::gen::element<std::string>("", ".", "{", " en meer woorden", "`", "\x7F");
        std::vector<ScannedWord> words;
        scan_words(text, known, words);
        const auto found = std::find_if(words.begin(), words.end(),
                                        [&](const ScannedWord& scanned) { return scanned.begin == before.size(); });
        RC_ASSERT(found != words.end());
        RC_ASSERT(text.substr(found->begin, found->end - found->begin) == word);
        RC_ASSERT(found->number == number);
    });
}

TEST_CASE("scanned words are ordered and inside the text", "[recognition]") {
    rc::prop("for any bytes", [](const std::string& text) {
        std::vector<ScannedWord> words;
        scan_words(text, KnownWords{}, words);
        std::uint32_t past = 0;
        for (const ScannedWord& word : words) {
            RC_ASSERT(past <= word.begin && word.begin < word.end && word.end <= text.size());
            past = word.end;
        }
    });
}

TEST_CASE("what may lie inside a name", "[recognition]") {
    CHECK(gap_is_inside_name(" ", 5));
    CHECK(gap_is_inside_name("\n", 5));
    CHECK(gap_is_inside_name(" (", 7));
    CHECK(gap_is_inside_name(". ", 2));
    CHECK_FALSE(gap_is_inside_name(". ", 7));
    CHECK_FALSE(gap_is_inside_name(", ", 2));
    CHECK_FALSE(gap_is_inside_name("\n\n", 5));
}

TEST_CASE("the longest phrase wins, and phrases do not overlap", "[recognition]") {
    KnownWords known;
    PhraseSet phrases;
    const WordNumber bergen = known.add("bergen");
    const WordNumber op = known.add("op");
    const WordNumber zoom = known.add("zoom");
    const std::vector<WordNumber> short_name{bergen};
    const std::vector<WordNumber> long_name{bergen, op, zoom};
    CHECK(phrases.add(short_name) == 0);
    CHECK(phrases.add(long_name) == 1);
    CHECK(phrases.add(short_name) == 0);
    const std::string text = "Bergen op Zoom, Bergen op de Zoom, Bergen";
    std::vector<ScannedWord> words;
    scan_words(text, known, words);
    std::vector<PhraseMatch> matches;
    phrases.find_longest(text, words, matches);
    REQUIRE(matches.size() == 3);
    CHECK((matches[0].phrase == 1 && matches[0].first == 0 && matches[0].last == 2));
    CHECK((matches[1].phrase == 0 && matches[1].first == 3));
    CHECK((matches[2].phrase == 0 && matches[2].first == 7));
}

TEST_CASE("as many phrases as one likes are all found again", "[recognition]") {
    KnownWords known;
    PhraseSet phrases;
    const auto phrase_of = [&](int i) {
        return std::vector<WordNumber>{known.add("a" + std::to_string(i % 7)), known.add("b" + std::to_string(i % 50)),
                                       known.add("c" + std::to_string(i))};
    };
    for (std::uint32_t i = 0; i < 2000; ++i) REQUIRE(phrases.add(phrase_of(static_cast<int>(i))) == i);
    for (std::uint32_t i = 0; i < 2000; ++i) REQUIRE(phrases.add(phrase_of(static_cast<int>(i))) == i);
    std::vector<ScannedWord> words;
    const std::string text = "a3 b17 c1767. a3 b17 c1766, A1 B1 C1";
    scan_words(text, known, words);
    std::vector<PhraseMatch> matches;
    phrases.find_longest(text, words, matches);
    REQUIRE(matches.size() == 2);
    CHECK((matches[0].phrase == 1767 && matches[0].first == 0 && matches[0].last == 2));
    CHECK((matches[1].phrase == 1 && matches[1].first == 6));
}
