#pragma once

#include <span>
#include <vector>

#include "analyzers/installation.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/suggestions/suggestion.hpp"
#include "searchd/suggestions/value_suggestions.hpp"

namespace schakel {

/// The themes, domains, regions or organisations that living products have, those with most products first. Values that
/// no product has are left out. Pure; safe from any thread.
std::vector<NamedValue> named_values(SuggestionKind kind, const IndexSnapshot& snapshot,
                                     const Installation& installation);

/// Questions of others as values without a code, those asked on most days first.
std::vector<NamedValue> named_queries(std::span<const FrequentQuery> queries);

}  // namespace schakel
