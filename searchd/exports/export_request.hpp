#pragma once

#include <string>
#include <vector>

#include "searchd/request/request_parser.hpp"

namespace schakel {

/// Most products in one export: what somebody can still look through, and one search can read.
inline constexpr int most_exported = 1'000;

/// Most products in a selection.
inline constexpr std::size_t most_selected = 200;

/// What to export, checked. A plain value.
struct ExportRequest {
    SearchRequest search;          // page 1, `most_exported` on it; not used when there is a selection
    std::vector<std::string> ids;  // id: a selection, each once; empty = all that the search finds
    char separator = ';';          // scheidingsteken: between the cells of a table
};

/// Which parameters an export takes beside those of a search.
enum class ExportForm { table, references };

/// Reads the parameters of `/export.csv` and `/export.ris`: those of a search, of which `pagina` and `perPagina` change nothing (an
/// export has all pages), or `id`, which may be repeated; and for a table `scheidingsteken=puntkomma|komma`. Every problem of every
/// parameter is reported. Pure; safe from any thread.
Checked<ExportRequest> parse_export_request(const QueryParameters& parameters, ExportForm form,
                                            const Installation& installation, const IndexSnapshot& snapshot);

}  // namespace schakel
