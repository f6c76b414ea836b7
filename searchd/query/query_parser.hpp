#pragma once

#include <string_view>

#include "analyzers/analyzer.hpp"
#include "config/settings.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Reads what people type: words, "exactly this" and -unwanted words. Never fails: whatever is not understood is searched for
/// as words. Clauses have the alternatives that the text itself implies; `QueryExpander` adds the others. `analyzer` is used
/// during the call only.
Query parse_query(std::string_view typed, Analyzer& analyzer, const Settings::Search& settings);

}  // namespace schakel
