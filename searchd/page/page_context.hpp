#pragma once

#include <string>
#include <vector>

#include "searchd/engine/search_response.hpp"
#include "searchd/related/similar_hit.hpp"

namespace schakel {

/// What a page tells beside the answer to its question. A plain value.
struct PageContext {
    std::string
        address;  // of this installation, without a slash at the end: "https://zoek.example.org"; empty = not known
    std::string old_since;                 // ISO date of an index that is old; empty = it is not
    FacetCounts years{FieldId::year, {}};  // hits by year as if no years were chosen; empty = those of the answer
};

/// What is shown beside one product. A plain value.
struct ProductNeighbours {
    std::vector<StoredRecord> related;  // of the ids in its `relations` and `successor` those that exist, in any order
    std::vector<SimilarHit> similar;    // most alike first; those among `related` are not shown twice
    std::vector<SearchHit> partners;    // organisations that may help, nearest first
};

}  // namespace schakel
