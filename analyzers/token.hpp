#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/word.hpp"

namespace schakel {

/// What a token is made from.
enum class TokenKind : std::uint8_t {
    word,            // a word of running text
    number,          // digits only
    reference,       // a law article, range, date, age, address …: kept whole, never stemmed
    reference_part,  // a searchable part of the reference before it ("2027" in "2023-2027"); queries leave these out
    joined,  // a word that the text implies at the place of the word before it: "jeugdbeleid" in "jeugd- en gezinsbeleid",
             // "wmowerkplaats" in "Wmo-werkplaats"
};

/// A word at its place in a text. A plain value; its word lives as long as the analyzer's arena (see `Analyzer::arena`).
struct Token {
    const Word* word = nullptr;  // never null in the tokens of a text
    std::uint32_t begin = 0;     // byte offsets in the analysed text, on UTF-8 boundaries
    std::uint32_t end = 0;
    std::uint32_t position = 0;  // counts words from 1; a joined word has that of its first part
    TokenKind kind = TokenKind::word;

    const std::string& term() const { return word->term; }
    bool stop() const { return word->stop; }
};

using Tokens = std::vector<Token>;

/// `term[position]{begin-end}` per token, separated by a space; a compound is followed by its parts, `(jeugd|zorg)`, and ` ref`,
/// ` part`, ` num`, ` joined` and ` stop` are marked after a slash. The same string is printed by the indexer's `analyze`, by
/// golden tests and by the API.
std::string to_text(const Tokens& tokens);

}  // namespace schakel
