#pragma once

#include <string_view>

#include "analyzers/analyzer.hpp"
#include "analyzers/installation.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Reads what people type: words, "exactly this", -unwanted, EN, OF, NIET, brackets, zorg* and titel:wijkteam. NIET binds
/// before EN, which is also what stands between two words, and EN before OF. Never fails: what is not understood is searched
/// for as words, and the notices of the query say what was left out or read differently. Clauses have the alternatives that
/// the text itself implies; `QueryExpander` adds the others. `typing` = the last word may be the beginning of one. `analyzer`
/// is used during the call, and must outlive the query.
Query parse_query(std::string_view typed, Analyzer& analyzer, const Installation& installation, bool typing = false);

}  // namespace schakel
