#pragma once

#include "analyzers/installation.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/page/labels.hpp"
#include "searchd/page/page_context.hpp"
#include "searchd/page/template_data.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// What search.mustache shows: the results with everything around them. Safe from any thread.
TemplateData search_view(const SearchRequest& request, const SearchResponse& response, const PageContext& context,
                         const Labels& labels, const Installation& installation);

/// What home.mustache shows when nothing is asked: what there is, and ways in. Safe from any thread.
TemplateData home_view(const SearchRequest& request, const SearchResponse& response, const PageContext& context,
                       const Labels& labels, const RegionTable& regions);

}  // namespace schakel
