#pragma once

#include <string>
#include <vector>

#include "searchd/page/labels.hpp"
#include "searchd/page/template_data.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// What the request puts first because of places: near the reader's own region, or like one municipality. All of it is pure
/// and safe from any thread.

/// What stands in the field "Uw gemeente of regio" so that it is read back as the same place; empty = no region.
std::string own_region_typed(const SearchRequest& request, const Labels& labels, const RegionTable& regions);

/// Codes beside the one in the field, which the form must send along. Those that took the place of an abolished municipality
/// go without saying.
std::vector<std::string> other_own_regions(const SearchRequest& request, const RegionTable& regions);

/// "Enschede", "Haren en Zwolle": the places of `vanuitRegio`, as a chip names them.
std::string own_regions_named(const SearchRequest& request, const Labels& labels, const RegionTable& regions);

/// The choice to put first what comes from municipalities like the reader's own (partials/likeness.mustache). False unless
/// such a municipality is chosen or the reader's own region is one that exists today.
TemplateData likeness_view(const SearchRequest& request, const Labels& labels, const RegionTable& regions);

}  // namespace schakel
