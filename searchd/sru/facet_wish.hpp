#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/index/field_table.hpp"
#include "searchd/sru/diagnostic.hpp"

namespace schakel {

enum class FacetTermOrder { most_hits, alphabet };

inline constexpr int default_facet_terms = 10;
inline constexpr int most_facet_terms = 100;

/// A facet that an SRU 2.0 request asks for.
struct FacetWish {
    FieldId facet = FieldId::theme;
    std::string index;  // as the client called it: "dc.subject"
    int most = default_facet_terms;
    int first = 1;
    FacetTermOrder order = FacetTermOrder::most_hits;
};

/// The parameters of facets as they came; empty = absent.
struct FacetParameters {
    std::string limit;  // facetLimit: "10", "10:dc.subject,5:dc.date"
    std::string start;  // facetStart: "11:dc.subject"
    std::string sort;   // facetSort: "recordCount,descending", "alphanumeric:dc.subject"
};

/// What is asked for. A number without an index is for every facet of the field table that is not named. Every problem is added
/// to `problems`: unsupported_value with the parameter's name, and those of `find_cql_index`. Pure.
std::vector<FacetWish> facet_wishes(const FacetParameters& parameters, std::vector<Diagnostic>& problems);

}  // namespace schakel
