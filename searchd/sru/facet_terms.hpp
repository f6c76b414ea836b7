#pragma once

#include <string>
#include <vector>

#include "searchd/engine/search_response.hpp"
#include "searchd/sru/facet_wish.hpp"
#include "searchd/sru/sru_results.hpp"

namespace schakel {

/// The values of one facet that have hits, as the wish wants them. `cql` is the query that was asked, empty when a term cannot be
/// added to it; terms have no query then, nor when it is longer than 1,000 bytes. Pure.
FacetTerms facet_terms(const FacetWish& wish, const FacetCounts& counts, const std::string& cql, Language language);

}  // namespace schakel
