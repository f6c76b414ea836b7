#pragma once

#include <vector>

#include "config/regions.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/page/labels.hpp"
#include "searchd/page/template_data.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// A chip for every chosen filter, with the address of the same request without it. Safe from any thread.
std::vector<TemplateData> filter_chips(const SearchRequest& request, const SearchResponse& response,
                                       const Labels& labels);

/// All chips above the results (partials/chips.mustache): the filters, then what only goes first. False when there are none.
/// Safe from any thread.
TemplateData chips_view(const SearchRequest& request, const SearchResponse& response, const Labels& labels,
                        const RegionTable& regions);

}  // namespace schakel
