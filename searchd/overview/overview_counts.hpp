#pragma once

#include <vector>

#include "searchd/engine/search_response.hpp"
#include "searchd/engine/searcher.hpp"
#include "searchd/overview/axis.hpp"
#include "searchd/overview/cross_table.hpp"
#include "searchd/request/overview_request.hpp"

namespace schakel {

/// A cross table of what a search finds, with what must be said of it.
struct OverviewCounts {
    Axis rows;
    Axis columns;
    CrossTable table;
    WordMode words = WordMode::all;
    std::vector<Text> notices;
    bool incomplete = false;  // an index that should be searched too could not be
};

/// Every cell is the total of the search of `request` with the row and the column as its only filters on their
/// facets. Errors: index_corrupt.
Result<OverviewCounts> count_overview(Searcher& searcher, const OverviewRequest& request,
                                      const Installation& installation);

}  // namespace schakel
