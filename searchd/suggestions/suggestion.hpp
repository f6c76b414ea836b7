#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/engine/search_response.hpp"

namespace schakel {

/// What can be suggested, in the order in which the groups are shown: what leads to many products first. Never persons.
enum class SuggestionKind : std::uint8_t { query, theme, domain, region, organisation, title };

inline constexpr std::size_t suggestion_kinds = 6;

/// The name of each in the API.
inline constexpr std::array<std::string_view, suggestion_kinds> suggestion_kind_names{"vraag", "thema",       "domein",
                                                                                      "regio", "organisatie", "titel"};

/// Something that may be meant by what was typed so far. Plain text: whoever renders it escapes it.
struct SearchSuggestion {
    SuggestionKind kind = SuggestionKind::query;
    std::string text;
    std::string code;         // of a value; of a title the id of the product; empty for a query
    std::string alternative;  // the other name that was typed: "jeugdzorg" for jeugdhulp; empty = the text itself was
    std::string explanation;  // of a region its scheme: "provincie"; else empty
    std::uint32_t count = 0;  // products behind it; 0 = not told, as for a title
    std::vector<FragmentPiece> pieces;  // the text, marked where it was typed; nothing marked when the alternative was
};

/// A question that others asked often and that had an answer.
struct FrequentQuery {
    std::string text;
    std::uint32_t results = 0;  // products, when last asked
    std::uint32_t days = 0;     // on how many it was asked

    bool operator==(const FrequentQuery&) const = default;
};

}  // namespace schakel
