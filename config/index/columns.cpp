// File: "SKCOLS1\n", u32 byte-order mark, then per facet: values, offsets, ordinals; per text field: lengths; dates; title keys.

#include "config/index/columns.hpp"

#include <algorithm>

#include "config/index/byte_stream.hpp"
#include "config/index/damaged_file.hpp"
#include "config/index/durable_file.hpp"
#include "config/index/mapped_file.hpp"

namespace schakel {

namespace {

constexpr std::string_view magic = "SKCOLS1\n";
constexpr std::uint32_t byte_order_mark = 0x01020304;

void write_facet(ByteWriter& out, const FacetColumn& column) {
    out.number(static_cast<std::uint32_t>(column.values.size()));
    for (const ColumnValue& value : column.values) {
        out.text(value.code);
        out.text(value.label);
    }
    out.array(column.offsets);
    out.array(column.ordinals);
}

FacetColumn read_facet(ByteReader& in) {
    FacetColumn column;
    const auto count = in.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        std::string code(in.text());
        column.values.push_back({std::move(code), std::string(in.text())});
    }
    column.offsets = in.array<std::uint32_t>();
    column.ordinals = in.array<Ordinal>();
    return column;
}

bool is_consistent(const FacetColumn& column, std::size_t documents) {
    return column.offsets.size() == documents + 1 && column.offsets.front() == 0 &&
           column.offsets.back() == column.ordinals.size() &&
           std::is_sorted(column.offsets.begin(), column.offsets.end()) &&
           std::all_of(column.ordinals.begin(), column.ordinals.end(),
                       [&](Ordinal o) { return o < column.values.size(); });
}

bool is_consistent(const Columns& columns) {
    const std::size_t documents = columns.documents();
    return columns.title_keys.size() == documents &&
           std::all_of(columns.lengths.begin(), columns.lengths.end(),
                       [&](const auto& l) { return l.size() == documents; }) &&
           std::all_of(columns.facets.begin(), columns.facets.end(),
                       [&](const auto& f) { return is_consistent(f, documents); });
}

}  // namespace

bool FacetColumnBuilder::add_document(std::span<const ColumnValue> values) {
    const std::size_t begin = column_.ordinals.size();
    for (const ColumnValue& value : values) {
        const auto [known, added] = ordinals_.try_emplace(value.code, static_cast<Ordinal>(column_.values.size()));
        if (added) {
            if (column_.values.size() >= most_values_per_column) return false;
            column_.values.push_back(value);
        }
        column_.ordinals.push_back(known->second);
    }
    const auto first = column_.ordinals.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(first, column_.ordinals.end());
    column_.ordinals.erase(std::unique(first, column_.ordinals.end()), column_.ordinals.end());
    column_.offsets.push_back(static_cast<std::uint32_t>(column_.ordinals.size()));
    return true;
}

Result<void> write_columns(const std::filesystem::path& file, const Columns& columns) {
    ByteWriter out;
    out.raw(magic);
    out.number(byte_order_mark);
    for (const FacetColumn& facet : columns.facets) write_facet(out, facet);
    for (const auto& lengths : columns.lengths) out.array(lengths);
    out.array(columns.dates);
    out.number(static_cast<std::uint64_t>(columns.title_keys.size()));
    for (const std::string& key : columns.title_keys) out.text(key);
    return write_durably(file, out.bytes());
}

Result<Columns> read_columns(const std::filesystem::path& file) {
    auto mapped = MappedFile::open(file);
    if (!mapped) return tl::unexpected(mapped.error());
    if (!mapped->text().starts_with(magic)) return damaged_file(file);
    ByteReader in(mapped->text().substr(magic.size()));
    if (in.number<std::uint32_t>() != byte_order_mark) return damaged_file(file);
    Columns columns;
    for (FacetColumn& facet : columns.facets) facet = read_facet(in);
    for (auto& lengths : columns.lengths) lengths = in.array<std::uint32_t>();
    columns.dates = in.array<std::uint32_t>();
    const auto titles = in.number<std::uint64_t>();
    for (std::uint64_t i = 0; i < titles && in.ok(); ++i) columns.title_keys.emplace_back(in.text());
    if (!in.ok() || in.remaining() > 0 || !is_consistent(columns)) return damaged_file(file);
    return columns;
}

}  // namespace schakel
