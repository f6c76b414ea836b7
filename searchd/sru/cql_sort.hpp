#pragma once

#include <span>
#include <vector>

#include "searchd/request/search_request.hpp"
#include "searchd/sru/cql.hpp"
#include "searchd/sru/diagnostic.hpp"

namespace schakel {

/// The order that sortBy asks for: dc.date (newest first), dc.title (A to Z), or relevance, which is also that of no keys.
/// `prefixes` are those of the whole query. Diagnostics: too_many_sort_keys, unsupported_sort and those of its modifiers. Pure.
Diagnosed<SortOrder> sort_order_of(const std::vector<CqlSortKey>& keys, std::span<const CqlPrefix> prefixes);

}  // namespace schakel
