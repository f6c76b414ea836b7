#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "searchd/engine/facets/facet_counts.hpp"
#include "searchd/engine/facets/facet_filters.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/engine/scoring/match_list.hpp"
#include "searchd/engine/scoring/top_results.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// What one pass over the matching documents yields.
struct SweepResult {
    std::uint64_t total = 0;
    std::vector<RankedDocument> top;              // best first, pages before the one asked for included
    std::array<ValueCounts, facet_count> counts;  // by column and ordinal; empty for columns not counted
};

/// What matches are filtered, ordered and counted by.
struct SweepQuestion {
    const SearchRequest& request;
    const Vocabulary& domains;  // of the facet domein, for `crossing`
    std::size_t least_top = 0;  // how many of the best are wanted even when the page asks for fewer
};

/// The total, the best and the counts of matches that have been filtered (`filter_matches`) and weighed (`weigh`). Without any
/// score: newest first. A document that passes all filters is a hit and counts in every facet; one that fails the filter of a
/// single facet counts in that facet only, since choosing a value of its own there would make it a hit. So every count is the
/// number of hits its value gives with all other facets filtered as they are; a second value of a facet adds to the first (OR), so
/// the hits after that click are the union. Pure; safe from any thread.
SweepResult sweep_filtered(const IndexSnapshot& snapshot, const FilteredMatches& matches,
                           const SweepQuestion& question);

}  // namespace schakel
