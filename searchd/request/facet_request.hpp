#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searchd/request/request_parser.hpp"

namespace schakel {

enum class ValueOrder { count, label };  // aantal (most hits first), label (A to Z)

/// A question to the values of one facet: those whose label contains a text, with their hits under a search. A plain value.
struct FacetRequest {
    FieldId facet = FieldId::theme;
    std::string contains;             // bevat: folded; empty = all values
    std::optional<ValueOrder> order;  // sorteer; empty = years as they come, other values by count
    int page = 1;                     // pagina
    std::optional<int> per_page;      // perPagina, 1 to 100; empty = all years, or 20 of another facet
    SearchRequest search;             // words and filters; counts this facet only
};

/// The facet of `/v1/facetten/{name}`; not_found, naming the facets there are, when it is none. Pure.
Result<FieldId> find_facet(std::string_view name);

/// Reads the parameters of `/v1/facetten/{facet}`: bevat, sorteer, pagina, perPagina, and those of a search that say what is
/// found. Every problem of every parameter is reported. Pure; safe from any thread.
Checked<FacetRequest> parse_facet_request(FieldId facet, const QueryParameters& parameters,
                                          const Installation& installation, const IndexSnapshot& snapshot);

}  // namespace schakel
