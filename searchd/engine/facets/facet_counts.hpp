#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searchd/engine/index/index_snapshot.hpp"

namespace schakel {

/// Documents per value of one facet, by ordinal.
using ValueCounts = std::vector<std::uint32_t>;

/// Adds what `documents` (without repeats) have of a column. They are counted by value set, and the sets are spread over their
/// values at the end; a few documents are counted one by one.
void add_counts(const FacetColumn& column, std::span<const DocumentId> documents, ValueCounts& counts);

/// Counts of all living documents of a snapshot. They cost the number of value sets and hidden documents, not of documents.
ValueCounts living_counts(const IndexSnapshot& snapshot, std::size_t column);

}  // namespace schakel
