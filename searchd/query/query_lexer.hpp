#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/query/query_notices.hpp"
#include "searchd/query/search_field.hpp"

namespace schakel {

/// What a piece of a query is.
enum class LexemeKind : std::uint8_t {
    words,    // running text
    quoted,   // text between quotation marks
    pattern,  // a word with * or ? in it
    open,     // a bracket that groups
    close,
    all_of,   // EN, AND
    any_of,   // OF, OR
    none_of,  // NIET, NOT, or - before a word
    field,    // titel:
};

/// A piece of a query; its text points into that query.
struct Lexeme {
    LexemeKind kind = LexemeKind::words;
    std::string_view text;  // without quotation marks and without the colon of a field
    SearchField field;      // of a field
};

using Lexemes = std::vector<Lexeme>;

/// Takes a query apart as people mean it. Operators count in capitals only, and only when not all of the query is in
/// capitals; - excludes only at the start of a word, and not in "kennisdeling en -ontwikkeling"; brackets within a word
/// belong to it; a colon makes a field of known names only. `typed` is visible text (see `readable_text`) and must outlive the
/// lexemes. Takes time in proportion to the text; never fails. Pure.
Lexemes lex_query(std::string_view typed, QueryNotices& notices);

/// ‹words›, "quoted", /pattern/, brackets, operators in Dutch and `field:`, separated by spaces.
std::string to_text(const Lexemes& lexemes);

}  // namespace schakel
