#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "config/error.hpp"
#include "config/index/field_table.hpp"

namespace schakel {

/// Number of a facet value within one column.
using Ordinal = std::uint16_t;

inline constexpr std::size_t most_values_per_column = 65'535;

/// One value of a facet as stored with the column.
struct ColumnValue {
    std::string code;
    std::string label;  // only for names outside every vocabulary; else empty
};

/// The values of one facet for all documents: document d has ordinals[offsets[d] … offsets[d+1]), sorted, without repeats.
struct FacetColumn {
    std::vector<ColumnValue> values;        // by ordinal
    std::vector<std::uint32_t> offsets{0};  // one more than there are documents
    std::vector<Ordinal> ordinals;

    std::span<const Ordinal> of(std::size_t document) const {
        return {ordinals.data() + offsets[document], ordinals.data() + offsets[document + 1]};
    }
    std::size_t documents() const { return offsets.size() - 1; }
};

/// What ordering and length normalisation need of every document, and all facet columns. A plain value in memory; documents
/// are numbered from 0 in the order they were added.
struct Columns {
    std::array<FacetColumn, facet_count> facets;
    std::array<std::vector<std::uint32_t>, text_field_count> lengths;  // words per text field
    std::vector<std::uint32_t> dates;                                  // yyyymmdd, zeros where unknown
    std::vector<std::string> title_keys;                               // collation key of the title, at most 64 bytes

    std::size_t documents() const { return dates.size(); }
};

/// Builds one facet column document by document. Not thread-safe.
class FacetColumnBuilder {
public:
    /// Adds the next document's values (duplicates are fine). False when the column would pass `most_values_per_column`.
    bool add_document(std::span<const ColumnValue> values);
    FacetColumn finish() { return std::move(column_); }

private:
    FacetColumn column_;
    std::unordered_map<std::string, Ordinal> ordinals_;
};

/// Writes `columns` to `file` (format: columns.cpp). Errors: io.
Result<void> write_columns(const std::filesystem::path& file, const Columns& columns);

/// Errors: not_found, unreadable, index_corrupt (truncated, other format, counts that disagree).
Result<Columns> read_columns(const std::filesystem::path& file);

}  // namespace schakel
