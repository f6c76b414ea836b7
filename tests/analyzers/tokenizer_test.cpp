#include "analyzers/tokenizer/tokenizer.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "analyzers/tokenizer/line_end.hpp"
#include "config/utf8.hpp"
#include "tests/analyzers/escapes.hpp"
#include "tests/analyzers/text_generator.hpp"
#include "tests/golden/golden.hpp"

namespace schakel {

namespace {

std::string words_of(Tokenizer& tokenizer, std::string_view text) {
    std::string words;
    tokenizer.start(text);
    while (const TextWord word = tokenizer.next()) words += (words.empty() ? "" : "\n") + to_text(word, text);
    return words;
}

/// The offsets at which a character or a malformed sequence begins, and the end.
std::vector<bool> boundaries_of(std::string_view text) {
    std::vector<bool> boundaries(text.size() + 1, false);
    for (std::size_t at = 0; at < text.size();) {
        boundaries[at] = true;
        next_code_point(text, at);
    }
    boundaries[text.size()] = true;
    return boundaries;
}

void check_parts(const TextWord& word) {
    std::size_t begin = word.begin;
    std::uint32_t position = 0;
    for (const ReferencePart& part : word.parts) {
        RC_ASSERT(part.begin < part.end);
        RC_ASSERT(part.begin >= begin);
        RC_ASSERT(part.end <= word.end);
        RC_ASSERT(part.position == position || part.position == position + 1);
        begin = part.begin;
        position = part.position;
    }
}

std::size_t count_words(Tokenizer& tokenizer, std::string_view text) {
    tokenizer.start(text);
    std::size_t words = 0;
    while (tokenizer.next()) ++words;
    return words;
}

std::string repeated(std::string_view piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    return text;
}

}  // namespace

TEST_CASE("a text has these words", "[golden]") {
    Tokenizer tokenizer;
    CHECK_GOLDEN("tokenizer", [&](const std::string& input) { return words_of(tokenizer, without_escapes(input)); });
}

TEST_CASE("words of any bytes keep their promises") {
    Tokenizer tokenizer;
    rc::prop("offsets, hyphens and parts", [&] {
        const std::string text = *dutch_text();
        const std::vector<bool> boundaries = boundaries_of(text);
        tokenizer.start(text);
        std::size_t end = 0;
        bool hyphen = false;
        while (const TextWord word = tokenizer.next()) {
            RC_ASSERT(word.begin >= end);
            RC_ASSERT(word.begin < word.end);
            RC_ASSERT(word.end <= text.size());
            RC_ASSERT(boundaries[word.begin]);
            RC_ASSERT(boundaries[word.end]);
            RC_ASSERT(!word.written.empty());
            RC_ASSERT(word.hyphen_before == hyphen);
            RC_ASSERT(!(word.open_right && word.hyphen_after));
            check_parts(word);
            end = word.end;
            hyphen = word.hyphen_after;
        }
        RC_ASSERT(!hyphen);
    });
}

TEST_CASE("a tokenizer that was used gives what a new one gives") {
    Tokenizer used;
    rc::prop("same text, same words", [&] {
        const std::string text = *dutch_text();
        Tokenizer fresh;
        const std::string expected = words_of(fresh, text);
        RC_ASSERT(words_of(used, text) == expected);
        RC_ASSERT(words_of(used, text) == expected);
    });
}

TEST_CASE("hostile texts take time in proportion to their length") {
    Tokenizer tokenizer;
    for (const std::string_view piece :
         {"a",   "é",         "'",     "’",   "-",      "\u00AD", "(",    ")",       "1",      "1-",    "1.",
          "1,",  "a-",        "a(",    "(a)", "a'",     "aa-\n",  "-\n",  "a@b-",    "@",      "www.",  "ecli:a.",
          "'s-", "B&",        "C+",    "10.", "12 345", "978-",   "\xFF", "\u0301",  "\u200B", "65-",   "1 - ",
          "\n",  "a\u00AD\n", "http:", "_",   "社",     "ก",      "a.b.", "00.000.", "(aa)aa", "aa(aa)"})
        count_words(tokenizer, repeated(piece, 400'000) + " xy");
    CHECK(count_words(tokenizer, repeated("zorg", 1'000'000)) == 1);
    CHECK(count_words(tokenizer, repeated("'", 100'000) + "zorg") == 1);
    CHECK(count_words(tokenizer, repeated("zorg-", 100'000)) == 20'000);
    CHECK(count_words(tokenizer, repeated("zorg-\n", 100'000)) > 1'000);
}

TEST_CASE("a hyphen at the end of a line is judged by what stands around it") {
    CHECK(line_end_hyphen("gemeen", "te") == LineEndHyphen::printed);
    CHECK(line_end_hyphen("jeugd", "en") == LineEndHyphen::open);
    CHECK(line_end_hyphen("Wmo", "werkplaats") == LineEndHyphen::spelled);
    CHECK(line_end_hyphen("e", "health") == LineEndHyphen::spelled);
    CHECK(line_end_hyphen("zee", "egel") == LineEndHyphen::spelled);
    CHECK(line_end_hyphen("niet", "westers") == LineEndHyphen::spelled);
    CHECK(line_end_hyphen("noord", "Holland") == LineEndHyphen::spelled);
}

}  // namespace schakel
