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
#include "config/index/narrow_numbers.hpp"

namespace schakel {

/// Number of a facet value within one column.
using Ordinal = std::uint16_t;

inline constexpr std::size_t most_values_per_column = 65'535;

/// One value of a facet as stored with the column.
struct ColumnValue {
    std::string code;
    std::string label;  // only for names outside every vocabulary; else empty
};

/// The values of one facet for all documents. Documents with the same values share one *value set*, and there are far fewer
/// sets than documents: counting and filtering work by set. Set s is set_ordinals[set_offsets[s] … set_offsets[s+1]),
/// ascending without repeats; set 0 is empty.
struct FacetColumn {
    std::vector<ColumnValue> values;  // by ordinal
    std::vector<std::uint32_t> set_offsets{0, 0};
    std::vector<Ordinal> set_ordinals;
    std::vector<std::uint32_t> set_sizes{0};  // documents with each set
    NarrowNumbers set_of;                     // by document

    std::size_t sets() const { return set_sizes.size(); }
    std::span<const Ordinal> set(std::size_t number) const {
        return {set_ordinals.data() + set_offsets[number], set_ordinals.data() + set_offsets[number + 1]};
    }
    std::span<const Ordinal> of(std::size_t document) const { return set(set_of[document]); }
    std::size_t documents() const { return set_of.size(); }
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

/// The error when a facet has more than `most_values_per_column` values.
Error too_many_values(const Field& facet);

/// Builds one facet column, document by document or column by column. Not thread-safe.
class FacetColumnBuilder {
public:
    /// Adds the next document's values (duplicates are fine). False when the column would pass `most_values_per_column`.
    bool add_document(std::span<const ColumnValue> values);

    /// Adds all documents of `column` behind those that are there. False as above.
    bool add_column(const FacetColumn& column);

    FacetColumn finish() { return std::move(column_); }

private:
    bool add_ordinal(const ColumnValue& value);
    std::uint32_t set_of_gathered();

    FacetColumn column_;
    std::u16string gathered_;  // ordinals of the set that is being read
    std::unordered_map<std::string, Ordinal> ordinals_;
    std::unordered_map<std::u16string, std::uint32_t> sets_{{{}, 0}};
};

/// Writes `columns` to `file` (format: columns.cpp). Errors: io.
Result<void> write_columns(const std::filesystem::path& file, const Columns& columns);

/// Errors: not_found, unreadable, index_corrupt (truncated, other format, counts that disagree).
Result<Columns> read_columns(const std::filesystem::path& file);

}  // namespace schakel
