#pragma once

#include "config/text.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/page/template_data.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// The limits of the years, with a bar for every year (partials/years.mustache): `years` are the hits by year as if no years were
/// chosen. No bars when there are fewer than two years. Safe from any thread.
TemplateData years_view(const SearchRequest& request, const FacetCounts* years, Language language = Language::dutch);

}  // namespace schakel
