#pragma once

#include <cstddef>
#include <string_view>

#include "searchd/sru/cql.hpp"
#include "searchd/sru/diagnostic.hpp"

namespace schakel {

inline constexpr std::size_t longest_cql = 4000;         // bytes
inline constexpr std::size_t deepest_cql_brackets = 50;  // pairs inside each other

/// Reads a CQL query; and, or, not and prox are of equal rank, and what stands first is joined first. Diagnostics: syntax_error,
/// query_too_long, unsupported_nesting. Takes time in proportion to the text. Pure; safe from any thread.
Diagnosed<CqlQuery> parse_cql(std::string_view query);

}  // namespace schakel
