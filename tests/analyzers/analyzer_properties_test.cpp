#include <algorithm>
#include <cctype>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "analyzers/analyzer.hpp"
#include "config/folding.hpp"
#include "config/utf8.hpp"
#include "tests/analyzers/language_folder.hpp"
#include "tests/analyzers/text_generator.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_term = 120;

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

void check_offsets(std::string_view text, const Tokens& tokens) {
    const std::vector<bool> boundaries = boundaries_of(text);
    std::uint32_t previous = 0;
    for (const Token& token : tokens) {
        RC_ASSERT(token.begin < token.end);
        RC_ASSERT(token.end <= text.size());
        RC_ASSERT(boundaries[token.begin]);
        RC_ASSERT(boundaries[token.end]);
        RC_ASSERT(previous <= token.begin);
        previous = token.begin;
    }
}

void check_positions(const Tokens& tokens, std::uint32_t first, std::uint32_t next) {
    std::uint32_t previous = first;
    for (const Token& token : tokens) {
        RC_ASSERT(previous <= token.position);
        RC_ASSERT(token.position <= previous + 1);
        RC_ASSERT(token.position < next);
        previous = token.position;
    }
    if (!tokens.empty()) RC_ASSERT(tokens.front().position == first);
}

void check_terms(const Tokens& tokens) {
    for (const Token& token : tokens) {
        RC_ASSERT(!token.term().empty());
        RC_ASSERT(token.term().size() <= longest_term);
        RC_ASSERT(!first_invalid_utf8(token.term()));
        RC_ASSERT(std::none_of(token.term().begin(), token.term().end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
        RC_ASSERT(fold(token.term()) == token.term());
    }
}

}  // namespace

TEST_CASE("tokens of any bytes keep their promises") {
    Analyzer analyzer(shipped_language());
    rc::prop("offsets, positions and terms", [&] {
        const std::string text = *dutch_text();
        Tokens tokens;
        const std::uint32_t next = analyzer.analyze(text, tokens);
        check_offsets(text, tokens);
        check_positions(tokens, 1, next);
        check_terms(tokens);
    });
}

TEST_CASE("a warm cache gives what a cold one gives") {
    Analyzer warm(shipped_language());
    rc::prop("same text, same tokens", [&] {
        const std::string text = *dutch_text();
        Analyzer cold(shipped_language());
        const std::string expected = to_text(cold.analyze(text));
        RC_ASSERT(to_text(warm.analyze(text)) == expected);
        RC_ASSERT(to_text(warm.analyze(text)) == expected);
    });
}

TEST_CASE("text in two pieces gives the tokens of both") {
    Analyzer analyzer(shipped_language());
    rc::prop("positions go on where the first piece ended", [&] {
        const std::string first = *valid_dutch_text();
        const std::string second = *valid_dutch_text();
        Tokens tokens;
        const std::uint32_t next = analyzer.analyze(first, tokens);
        const Tokens alone = analyzer.analyze(second);
        const std::uint32_t end = analyzer.analyze(second, tokens, next);
        check_positions(tokens, next, end);
        RC_ASSERT(tokens.size() == alone.size());
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            RC_ASSERT(tokens[i].term() == alone[i].term());
            RC_ASSERT(tokens[i].position == alone[i].position + next - 1);
        }
    });
}

TEST_CASE("a stop word is a word, and a part follows its reference") {
    Analyzer analyzer(shipped_language());
    rc::prop("kinds", [&] {
        const std::string text = *dutch_text();
        const Tokens tokens = analyzer.analyze(text);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].stop())
                RC_ASSERT(tokens[i].kind == TokenKind::word || tokens[i].kind == TokenKind::reference_part);
            if (tokens[i].kind != TokenKind::reference_part) continue;
            RC_ASSERT(i > 0);
            RC_ASSERT(tokens[i - 1].kind == TokenKind::reference || tokens[i - 1].kind == TokenKind::reference_part);
        }
    });
}

TEST_CASE("text without spaces is analysed in reasonable time") {
    Analyzer analyzer(shipped_language());
    for (const std::string piece : {"1-", "1.", "a@b-", "'s-", "ecli:a.", "www.", "a.", "é", "wijk"}) {
        std::string text;
        while (text.size() < 400'000) text += piece;
        INFO(piece);
        CHECK_FALSE(analyzer.analyze(text + "xy").empty());
    }
}

}  // namespace schakel
