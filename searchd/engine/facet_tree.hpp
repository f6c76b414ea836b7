#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "analyzers/installation.hpp"
#include "searchd/engine/index_snapshot.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// The label of a facet value in both languages; the code itself when nobody knows it.
Text label_of(const Field& facet, const ColumnValue& value, const Installation& installation);

/// Arranges the counts of one facet for people: a tree where the facet has one (themes, regions of the asked scheme with
/// their municipalities), most hits first. Values without hits are left out unless chosen, but the flat vocabularies are
/// shown whole, so that the page does not jump. Pure; safe from any thread.
FacetCounts facet_tree(const Field& facet, std::span<const std::uint32_t> counts, const SearchRequest& request,
                       const IndexSnapshot& snapshot, const Installation& installation);

}  // namespace schakel
