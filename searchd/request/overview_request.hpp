#pragma once

#include "searchd/request/request_parser.hpp"

namespace schakel {

/// How much is there of what, and of what else: a table of the values of two facets. A plain value.
struct OverviewRequest {
    FieldId row = FieldId::theme;     // rij; scale when the column is theme
    FieldId column = FieldId::scale;  // kolom; another facet than the row: theme when that is scale
    SearchRequest search;  // what is counted; a filter on row or column also says which of its values are shown
};

/// Reads the parameters of `/v1/overzicht`: rij, kolom, and those of a search that say what is found. Every problem of every
/// parameter is reported. Pure; safe from any thread.
Checked<OverviewRequest> parse_overview_request(const QueryParameters& parameters, const Installation& installation,
                                                const IndexSnapshot& snapshot);

}  // namespace schakel
