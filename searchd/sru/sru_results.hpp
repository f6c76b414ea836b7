#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searchd/asked_searches.hpp"
#include "searchd/sru/cql_search.hpp"
#include "searchd/sru/sru_request.hpp"

namespace schakel {

/// A value of a facet as an SRU client reads it.
struct FacetTerm {
    std::string term;
    std::uint32_t count = 0;
    std::string query;  // CQL that finds these; empty when there is none
};

/// An answer for one wish.
struct FacetTerms {
    std::string index;
    Text label;
    std::vector<FacetTerm> terms;
};

/// What a search found, from the position asked for.
struct SruResults {
    std::uint64_t total = 0;
    bool exact = true;  // else there may be more
    std::vector<StoredRecord> records;
    std::vector<FacetTerms> facets;
    std::vector<Text> notices;  // what was left out or read differently
};

/// In which manner results are given; what it refers to must outlive the call.
struct SruManner {
    const Installation& installation;
    std::string cql;  // the query as text, for those of facet terms; empty = it is no CQL
    Language language = Language::dutch;
};

/// Asks the engine. Diagnostics: position_out_of_range, too_many_operators, temporarily_unavailable, general_error. Safe from any
/// thread.
Diagnosed<SruResults> results_of(const SruRequest& request, const CqlSearch& search, AskedSearches& searches,
                                 const SruManner& manner);

}  // namespace schakel
