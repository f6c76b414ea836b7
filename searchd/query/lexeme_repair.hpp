#pragma once

#include "searchd/query/query_lexer.hpp"

namespace schakel {

inline constexpr std::size_t deepest_brackets = 20;  // pairs inside each other

/// Makes a query whole: brackets in pairs, at most `deepest_brackets` inside each other and never empty, every operator with
/// something on both sides (NIET: behind it), every field with something behind it. What cannot be, is left out; a field with
/// nothing behind it is a word. Says so in `notices`. Takes time in proportion to the number of lexemes. Pure.
Lexemes repaired(const Lexemes& lexemes, QueryNotices& notices);

}  // namespace schakel
