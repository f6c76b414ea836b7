#pragma once

#include <cstdint>

#include "searchd/page/page_context.hpp"
#include "searchd/page/template_data.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// What a reader can take from a list of `total` results: its address, the results as a file, word of new ones
/// (partials/take_along.mustache). Safe from any thread.
TemplateData take_along_view(const SearchRequest& request, std::uint64_t total, const PageContext& context);

}  // namespace schakel
