#pragma once

#include <cstdint>
#include <string>

#include "config/text.hpp"
#include "searchd/page/template_data.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// Number of the last page that can be asked for: `deepest_result` bounds how far a list can be leafed through. At least 1.
int last_page(std::uint64_t total, int per_page, int deepest_result);

/// partials/paging.mustache: "Pagina 2 van 8" with links to the neighbours, the ends and the pages around. False when there
/// is one page. Safe from any thread.
TemplateData paging_view(const SearchRequest& request, int last, Language language);

/// "Pagina 2 van 8".
std::string place_in_list(int page, int last, Language language);

}  // namespace schakel
