#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "searchd/sru/diagnostic.hpp"

namespace schakel {

enum class CqlTokenKind {
    open,
    close,
    comparison,  // = == < > <= >= <>
    slash,
    word,    // without quotation marks: a name, a term, and, or, …
    quoted,  // a term, or a name that would be read as something else
    end,
};

/// A piece of a CQL query; its text points into that query.
struct CqlToken {
    CqlTokenKind kind = CqlTokenKind::end;
    std::string_view text;  // of a quoted one without the quotation marks, with its backslashes
    std::size_t at = 0;     // byte in the query
};

/// Takes a query apart; the last token is `end`. `query` must outlive the tokens. Diagnostics: syntax_error for a quotation mark
/// that is not closed. Takes time in proportion to the text. Pure.
Diagnosed<std::vector<CqlToken>> lex_cql(std::string_view query);

/// The diagnostic of a query that breaks the grammar at byte `at`; its details show what stands there.
tl::unexpected<Diagnostic> cql_syntax_error(std::string_view query, std::size_t at, Text message);

}  // namespace schakel
