#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "searchd/engine/index_snapshot.hpp"
#include "searchd/engine/match_scores.hpp"
#include "searchd/engine/top_results.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// What one pass over the matching documents yields.
struct SweepResult {
    std::uint64_t total = 0;
    std::vector<RankedDocument> top;                             // best first, pages before the one asked for included
    std::array<std::vector<std::uint32_t>, facet_count> counts;  // by column and ordinal; empty for columns not counted
};

/// Filters, ranks and counts in one pass: a document that passes all filters is a hit and counts in every facet; one that
/// fails the filter of a single facet counts in that facet only, since choosing a value of its own there would make it a
/// hit. So every count is the number of hits its value gives with all other facets filtered as they are; a second value of a
/// facet adds to the first (OR), so the hits after that click are the union. Pure; safe from any thread.
/// `least_top` is how many of the best are wanted even when the page asks for fewer.
SweepResult sweep(const IndexSnapshot& snapshot, const MatchScores& scores, const SearchRequest& request,
                  std::size_t least_top = 0);

}  // namespace schakel
