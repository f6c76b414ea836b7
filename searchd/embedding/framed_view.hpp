#pragma once

#include <span>
#include <string_view>

#include "analyzers/installation.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/page/template_data.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// What framed.mustache shows: a search box that keeps the filters, and the results when anything is asked, or else who may help
/// (`referrals`). Leafing through stays in the frame; everything else leads to the whole page. Safe from any thread.
TemplateData framed_view(const SearchRequest& request, const SearchResponse& response,
                         std::span<const SearchHit> referrals, const Installation& installation,
                         Language language = Language::dutch);

/// The same with what went wrong in place of results; `site` is the name of the installation.
TemplateData framed_error_view(const Error& error, std::string_view site, Language language);

}  // namespace schakel
