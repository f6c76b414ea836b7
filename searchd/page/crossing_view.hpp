#pragma once

#include <string_view>

#include "config/text.hpp"
#include "searchd/page/template_data.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// "Over sociaal én fysiek domein": a choice of `overstijgend` as the page names it. Safe from any thread.
std::string_view crossing_name(Crossing crossing, Language language);

/// The radio buttons of `overstijgend` (partials/crossing.mustache), the first of which asks for nothing. Safe from any thread.
TemplateData crossings_view(const SearchRequest& request, Language language);

}  // namespace schakel
