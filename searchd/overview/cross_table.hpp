#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/overview/axis.hpp"

namespace schakel {

/// How many documents have a value of one facet and a value of another. A document with several values of a facet
/// counts for each.
struct CrossTable {
    std::vector<std::uint32_t> cells;    // row by row; of a cell its own two values are the only filter on these facets
    std::vector<std::uint32_t> rows;     // of a row: with its value, and among the chosen values of the other facet
    std::vector<std::uint32_t> outside;  // of those: in none of the columns
    std::vector<std::uint32_t> columns;
    std::uint64_t total = 0;  // among the chosen values of both

    std::uint32_t cell(std::size_t row, std::size_t column) const { return cells[row * columns.size() + column]; }
};

/// One side of a cross table: its values, and those of the facet that were chosen (none = all).
struct TableSide {
    const Axis& axis;
    std::span<const std::string> chosen;
};

/// Counts `documents` (without repeats) in one pass; they passed every filter but those on the two facets. The time
/// is that of the documents and of the value sets of both columns. Pure; safe from any thread.
CrossTable cross_table(const IndexSnapshot& snapshot, std::span<const DocumentId> documents, const TableSide& rows,
                       const TableSide& columns);

}  // namespace schakel
