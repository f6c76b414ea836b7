#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "searchd/engine/facets/facet_outlines.hpp"
#include "searchd/engine/facets/facet_sweep.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/request/facet_request.hpp"

namespace schakel {

/// A value that stands for itself, with the way to it.
struct ListedValue {
    std::string code;
    Text label;
    std::uint32_t count = 0;  // hits that choosing it gives (for a chosen one: that it gives now)
    FacetStatus status = FacetStatus::available;
    std::vector<std::pair<std::string, Text>> parents;  // code and label, from the top down
    std::string found_by;                               // the other name that contains the text; empty = the label does
};

/// One page of the values of a facet.
struct FacetValues {
    FieldId facet = FieldId::theme;
    std::uint64_t total = 0;  // values on all pages
    std::uint64_t hits = 0;   // products that the search finds
    int page = 1;
    int per_page = 0;                 // values a page holds
    std::vector<ListedValue> values;  // of the page asked for
    std::vector<Text> notices;
};

/// The values that a living document has or that were chosen, and whose label or other name contains the text asked for; each
/// once. Without a text the years are all those between the first and the last one, also without documents, oldest first.
/// `swept` is what the search of the request gave. Pure; safe from any thread.
FacetValues facet_values(const FacetRequest& request, const SweepResult& swept, const IndexSnapshot& snapshot,
                         const FacetOutlines& outlines);

}  // namespace schakel
