#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "searchd/request/request_parser.hpp"
#include "searchd/suggestions/suggestion.hpp"

namespace schakel {

/// A question for suggestions, checked. A plain value.
struct SuggestionRequest {
    std::string typed;       // zoek: what was typed so far; empty = nothing yet, so nothing to suggest
    std::size_t limit = 10;  // aantal: 1 to 50, of all kinds together
    std::array<bool, suggestion_kinds> kinds{true, true, true,
                                             true, true, true};  // soort: which kinds; by SuggestionKind
};

/// Reads the parameters of `/v1/suggesties`: `zoek` (once, at most 1,000 bytes of UTF-8), `aantal`, and `soort`, which
/// may be repeated. Every problem of every parameter is reported. Pure; safe from any thread.
Checked<SuggestionRequest> parse_suggestion_request(const QueryParameters& parameters);

}  // namespace schakel
