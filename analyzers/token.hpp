#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schakel {

/// What a token is made from.
enum class TokenKind : std::uint8_t {
    word,            // a word of running text, folded and stemmed
    number,          // digits only
    reference,       // a law article, range, date, age, address …: kept whole, never stemmed
    reference_part,  // a searchable part of the reference before it ("2027" in "2023-2027"); queries leave these out
};

/// One searchable term at its place in a text. A plain value.
struct Token {
    std::string term;         // index term without field prefix; 1 to 120 bytes of UTF-8
    std::uint32_t begin = 0;  // byte offsets in the analysed text, on UTF-8 boundaries
    std::uint32_t end = 0;
    std::uint32_t position = 0;  // counts words from 1; equal for a reference and its first part
    TokenKind kind = TokenKind::word;
    bool stop = false;  // a stop word: indexed, but a query does not insist on it
};

using Tokens = std::vector<Token>;

/// `term[position]{begin-end}` per token, separated by a space; ` ref`, ` part`, ` num` and ` stop` marked after a slash.
/// The same string is printed by the indexer's `analyze`, by golden tests and by the API.
std::string to_text(const Tokens& tokens);

}  // namespace schakel
