#pragma once

#include <array>
#include <vector>

#include "config/vocabulary.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/engine/scoring/match_list.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// Matching documents by what the filters of a request make of them.
struct FilteredMatches {
    MatchList hits;                                                // pass every filter
    std::array<std::vector<DocumentId>, facet_count> near_misses;  // by column: fail the filter of this facet only
};

/// Applies the chosen values of every facet (ORed within, ANDed between), the range of years, and `crossing` of the domains:
/// by sector two or more domains that lie below another, by domain both the social and the physical one. The last two filters
/// are not about choosing values of a facet, so what fails them is nobody's near miss. `domains` is the vocabulary of the
/// facet domein. A pure function; safe from any thread.
FilteredMatches filter_matches(const IndexSnapshot& snapshot, const Vocabulary& domains, MatchList matches,
                               const SearchRequest& request);

/// Whether a request filters at all.
bool has_filters(const SearchRequest& request);

}  // namespace schakel
