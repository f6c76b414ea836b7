#include <algorithm>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "analyzers/analyzer.hpp"
#include "analyzers/text_language.hpp"
#include "tests/analyzers/language_folder.hpp"
#include "tests/analyzers/shipped_speller.hpp"

// A quadratic step takes minutes on these texts, so that the test program runs out of its time; nothing is timed here. What
// is checked is that they give little: output that grows with the square of the text would show.

namespace schakel {

namespace {

constexpr std::size_t many = 100'000;
constexpr std::size_t megabyte = 1'000'000;  // bytes

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

/// As often as fits in a megabyte.
std::string megabyte_of(std::string_view piece) { return repeated(piece, megabyte / piece.size()); }

Tokens analyzed(std::string_view text, TextLanguage language = TextLanguage::dutch) {
    static Analyzer analyzer(shipped_language());
    Tokens tokens;
    analyzer.analyze(text, tokens, 1, language);
    return tokens;
}

std::size_t count(const Tokens& tokens, TokenKind kind) {
    return static_cast<std::size_t>(
        std::count_if(tokens.begin(), tokens.end(), [kind](const Token& token) { return token.kind == kind; }));
}

/// No more tokens than bytes, and what they cover is a small multiple of the text.
void check_in_proportion(std::string_view text, const Tokens& tokens) {
    std::size_t covered = 0;
    for (const Token& token : tokens) covered += token.end - token.begin;
    CHECK(tokens.size() <= text.size());
    CHECK(covered <= 10 * text.size());
}

}  // namespace

TEST_CASE("a megabyte without a space is one word") {
    for (const std::string_view piece :
         {"a", "e", "'s", "wijk", "jeugdzorg", "jeugdgezondheidszorgs", "ge", "é", "ĳ"}) {
        INFO(piece);
        const std::string text = megabyte_of(piece);
        const Tokens tokens = analyzed(text);
        REQUIRE(tokens.size() == 1);
        CHECK(tokens.front().begin <= 1);
        CHECK(tokens.front().end == text.size());
        CHECK(tokens.front().word->parts.empty());
        CHECK(tokens.front().term().size() <= 120);
    }
}

TEST_CASE("a word of 50,000 letters is cut short") {
    const std::string word = repeated("gezondheidsz", 50'000 / 12);
    for (const std::string& text : {word, word + "'s", word + "s", "Wmo-" + word, word + "- en " + word}) {
        const Tokens tokens = analyzed(text);
        CHECK(!tokens.empty());
        CHECK(tokens.size() <= 5);
        for (const Token& token : tokens) CHECK(token.term().size() <= 120);
    }
}

TEST_CASE("signs alone are no words") {
    for (const std::string_view sign :
         {"'", "’", "-", "–", "- ", "' ", "\"", "(", ")", "()", ".", "@", "/", "\u00AD", "\n", "-\n", " ", "\u0301"}) {
        INFO(sign);
        CHECK(analyzed(repeated(sign, many)).empty());
    }
}

TEST_CASE("words with one sign too many stay in proportion") {
    for (const std::string_view piece :
         {"a'", "'a",   "a-", "-a",      "a- ", " -a", "(a",   "a)",     "(a)", "a(", "a.",
          "a@", "a-\n", "a/", "a\u00AD", "1-",  "1.",  "www.", "ab(cd)", "a, ", "9+", "2.3."}) {
        INFO(piece);
        const std::string text = repeated(piece, many);
        check_in_proportion(text, analyzed(text));
    }
}

TEST_CASE("particles and verbs without end make only what stands together") {
    CHECK(analyzed(repeated("op te ", many)).size() == 2 * many);
    const Tokens infinitives = analyzed(repeated("op te schalen ", many));
    CHECK(count(infinitives, TokenKind::word) == 3 * many);
    CHECK(count(infinitives, TokenKind::joined) <= many);
    const Tokens finite = analyzed(repeated("schaalt ", many) + "op.");
    CHECK(count(finite, TokenKind::joined) <= 1);
    CHECK(analyzed(repeated("schaalt op. ", many)).size() <= 3 * many);
}

TEST_CASE("enumerations without end complete each word once") {
    for (const std::string_view piece :
         {"jeugd- en ", "jeugd-, ", "jeugd- ", "en -beleid ", ", -beleid", "-beleid en "}) {
        INFO(piece);
        const Tokens tokens = analyzed(repeated(piece, many) + "gezinsbeleid");
        CHECK(tokens.size() <= 3 * many + 3);
        check_in_proportion(repeated(piece, many), tokens);
    }
    CHECK(analyzed(repeated("jeugd- en gezinsbeleid ", many)).size() <= 4 * many);
}

TEST_CASE("listed neighbours without end") {
    for (const std::string_view piece : {"lange termijn ", "lange ", "1e lijn ", "1e ", "co "}) {
        INFO(piece);
        const std::string text = repeated(piece, many);
        check_in_proportion(text, analyzed(text));
    }
}

TEST_CASE("a list that is written with hyphens is no word") {
    const Tokens tokens = analyzed(repeated("wijk-", many) + "team");
    CHECK(count(tokens, TokenKind::word) == many + 1);
    CHECK(count(tokens, TokenKind::joined) == 0);
}

TEST_CASE("bytes that are not UTF-8 are no words, and do not spoil their neighbours") {
    for (const std::string_view bytes :
         {"\x80", "\xFF", "\xC3", "\xE2\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80"})
        CHECK(analyzed(megabyte_of(bytes)).empty());
    const Tokens tokens = analyzed(repeated("zorg\xFF", many));
    REQUIRE(tokens.size() == many);
    CHECK(std::all_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.term() == "zorg"; }));
    CHECK(analyzed(repeated(std::string("zorg\0", 5), many)).size() == many);
}

TEST_CASE("sections in another language stay in proportion too") {
    for (const std::string_view piece : {"a", "'", "community ", "a-", "zorg\xFF"})
        for (const TextLanguage language : {TextLanguage::english, TextLanguage::other}) {
            INFO(piece);
            const std::string text = repeated(piece, many);
            check_in_proportion(text, analyzed(text, language));
        }
}

TEST_CASE("any text has a language") {
    for (const std::string_view piece : {"a", "'", "-", "\xFF", "zorg ", "<a>", "&amp;"})
        CHECK_NOTHROW(detect_language(megabyte_of(piece), TextLanguage::dutch));
}

TEST_CASE("no suggestions for what nobody wrote") {
    for (const std::string_view piece : {"a", "'", "-", "\xFF", "jeugdzorg"})
        CHECK(shipped_speller().suggest(repeated(piece, many), 5).empty());
}

}  // namespace schakel
