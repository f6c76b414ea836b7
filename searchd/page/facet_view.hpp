#pragma once

#include <vector>

#include "config/regions.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/page/labels.hpp"
#include "searchd/page/page_context.hpp"
#include "searchd/page/template_data.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// The facets a search page shows, in its order.
const std::vector<FieldId>& facets_shown();

/// The filters column (partials/filters.mustache): a fieldset for every facet that has something to choose or something
/// chosen. A chosen value is always there, whether the answer counted it or not, so that submitting the form keeps it.
/// Safe from any thread.
TemplateData filters_view(const SearchRequest& request, const SearchResponse& response, const PageContext& context,
                          const Labels& labels, const RegionTable& regions);

/// nullptr when the answer did not count this facet.
const FacetCounts* counts_of(const SearchResponse& response, FieldId facet);

/// The name of a value as the page shows it in a list of its facet; of regions, the list of `region_scheme`.
std::string value_name(FieldId facet, const FacetValueCount& value, const Labels& labels,
                       std::string_view region_scheme);

/// The scales with their hits, from local to national, whether there are any or not.
FacetCounts scale_counts(const SearchRequest& request, const SearchResponse& response);

}  // namespace schakel
