#pragma once

#include <string>

#include "searchd/overview/overview_counts.hpp"

namespace schakel {

/// The JSON of `/v1/overzicht`: `kolommen` and `rijen` with their totals, and per row `aantallen` in the order of the
/// columns. Pure; safe from any thread.
std::string render_overview(const OverviewRequest& request, const OverviewCounts& counts, Language language,
                            double milliseconds);

}  // namespace schakel
