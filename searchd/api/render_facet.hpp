#pragma once

#include <string>

#include "searchd/engine/facets/facet_values.hpp"

namespace schakel {

/// The JSON of `/v1/facetten/{facet}`: `aantal` counts the values on all pages, `producten` what the search finds; each value has
/// `aantal`, `status` and its `ouders` from the top down. Absent means not known. Pure; safe from any thread.
std::string render_facet(const FacetRequest& request, const FacetValues& values, Language language);

}  // namespace schakel
