#pragma once

#include <cstdint>
#include <span>

#include "searchd/engine/facets/facet_outlines.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// Fills the counts of one facet into its outline (of regions: that of the asked scheme), most hits first, years newest first.
/// Values without hits are left out unless chosen, but the flat vocabularies are shown whole, so that the page does not jump.
/// `counts` are by ordinal of the facet's column. Pure; safe from any thread.
FacetCounts facet_tree(const Field& facet, std::span<const std::uint32_t> counts, const SearchRequest& request,
                       const FacetOutlines& outlines);

/// What choosing a value means for it now: `chosen` are the chosen codes of its facet.
FacetStatus status_of(const OutlineValue& value, std::uint32_t count, std::span<const std::string> chosen);

/// Hits of a value.
inline std::uint32_t count_of(const OutlineValue& value, std::span<const std::uint32_t> counts) {
    return value.ordinal ? counts[*value.ordinal] : 0;
}

/// Chosen codes that have no place in an outline.
std::vector<std::string> chosen_elsewhere(const Outline& outline, std::span<const std::string> chosen);

}  // namespace schakel
