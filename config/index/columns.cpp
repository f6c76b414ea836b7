// File: "SKCOLS2\n", u32 byte-order mark, then per facet: values, set offsets, set ordinals, u8 width in bytes of a set number,
// set of each document; per text field: lengths; dates; title keys.

#include "config/index/columns.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "config/index/byte_stream.hpp"
#include "config/index/damaged_file.hpp"
#include "config/index/durable_file.hpp"
#include "config/index/mapped_file.hpp"

namespace schakel {

namespace {

constexpr std::string_view magic = "SKCOLS2\n";
constexpr std::uint32_t byte_order_mark = 0x01020304;

void write_numbers(ByteWriter& out, const NarrowNumbers& numbers) {
    numbers.visit([&](const auto& row) {
        out.number(static_cast<std::uint8_t>(sizeof row[0]));
        out.array(row);
    });
}

void write_facet(ByteWriter& out, const FacetColumn& column) {
    out.number(static_cast<std::uint32_t>(column.values.size()));
    for (const ColumnValue& value : column.values) {
        out.text(value.code);
        out.text(value.label);
    }
    out.array(column.set_offsets);
    out.array(column.set_ordinals);
    write_numbers(out, column.set_of);
}

/// Of another width than there is: no numbers, which no column agrees with.
NarrowNumbers read_numbers(ByteReader& in) {
    switch (in.number<std::uint8_t>()) {
        case 1: return NarrowNumbers(in.array<std::uint8_t>());
        case 2: return NarrowNumbers(in.array<std::uint16_t>());
        case 4: return NarrowNumbers(in.array<std::uint32_t>());
        default: return {};
    }
}

FacetColumn read_facet(ByteReader& in) {
    FacetColumn column;
    const auto count = in.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
        std::string code(in.text());
        column.values.push_back({std::move(code), std::string(in.text())});
    }
    column.set_offsets = in.array<std::uint32_t>();
    column.set_ordinals = in.array<Ordinal>();
    column.set_of = read_numbers(in);
    return column;
}

bool is_ascending(std::span<const Ordinal> set) {
    return std::adjacent_find(set.begin(), set.end(), std::greater_equal<>()) == set.end();
}

bool has_sound_sets(const FacetColumn& column) {
    const auto& offsets = column.set_offsets;
    if (offsets.size() < 2 || offsets[0] != 0 || offsets[1] != 0 || offsets.back() != column.set_ordinals.size() ||
        !std::is_sorted(offsets.begin(), offsets.end()))
        return false;
    for (std::size_t set = 0; set + 1 < offsets.size(); ++set)
        if (!is_ascending(column.set(set))) return false;
    return std::all_of(column.set_ordinals.begin(), column.set_ordinals.end(),
                       [&](Ordinal ordinal) { return ordinal < column.values.size(); });
}

/// False when a document has a set that does not exist.
bool count_sets(FacetColumn& column) {
    column.set_sizes.assign(column.set_offsets.size() - 1, 0);
    return column.set_of.visit([&](const auto& sets) {
        for (const std::uint32_t set : sets) {
            if (set >= column.set_sizes.size()) return false;
            ++column.set_sizes[set];
        }
        return true;
    });
}

bool complete(FacetColumn& column, std::size_t documents) {
    return column.documents() == documents && has_sound_sets(column) && count_sets(column);
}

/// Counts what is not in the file; false when its parts disagree.
bool complete(Columns& columns) {
    const std::size_t documents = columns.documents();
    return columns.title_keys.size() == documents &&
           std::all_of(columns.lengths.begin(), columns.lengths.end(),
                       [&](const auto& lengths) { return lengths.size() == documents; }) &&
           std::all_of(columns.facets.begin(), columns.facets.end(),
                       [&](FacetColumn& column) { return complete(column, documents); });
}

}  // namespace

Error too_many_values(const Field& facet) {
    return {ErrorCode::index_corrupt,
            {fmt::format("Facet {} heeft meer dan {} verschillende waarden.", facet.name, most_values_per_column),
             fmt::format("Facet {} has more than {} different values.", facet.name, most_values_per_column)},
            {"Splits de bron over meer indexen.", "Split the source over several indexes."}};
}

bool FacetColumnBuilder::add_ordinal(const ColumnValue& value) {
    const auto [known, added] = ordinals_.try_emplace(value.code, static_cast<Ordinal>(column_.values.size()));
    if (added) {
        if (column_.values.size() >= most_values_per_column) return false;
        column_.values.push_back(value);
    }
    gathered_.push_back(static_cast<char16_t>(known->second));
    return true;
}

/// The number of the set of `gathered_`, and a new one when no document had these values before.
std::uint32_t FacetColumnBuilder::set_of_gathered() {
    std::sort(gathered_.begin(), gathered_.end());
    gathered_.erase(std::unique(gathered_.begin(), gathered_.end()), gathered_.end());
    const auto [known, added] = sets_.try_emplace(gathered_, static_cast<std::uint32_t>(column_.sets()));
    if (added) {
        column_.set_ordinals.insert(column_.set_ordinals.end(), gathered_.begin(), gathered_.end());
        column_.set_offsets.push_back(static_cast<std::uint32_t>(column_.set_ordinals.size()));
        column_.set_sizes.push_back(0);
    }
    gathered_.clear();
    return known->second;
}

bool FacetColumnBuilder::add_document(std::span<const ColumnValue> values) {
    for (const ColumnValue& value : values)
        if (!add_ordinal(value)) return false;
    const std::uint32_t set = set_of_gathered();
    column_.set_of.push_back(set);
    ++column_.set_sizes[set];
    return true;
}

bool FacetColumnBuilder::add_column(const FacetColumn& column) {
    std::vector<std::uint32_t> renumbered;
    for (std::size_t set = 0; set < column.sets(); ++set) {
        for (const Ordinal ordinal : column.set(set))
            if (!add_ordinal(column.values[ordinal])) return false;
        renumbered.push_back(set_of_gathered());
        column_.set_sizes[renumbered.back()] += column.set_sizes[set];
    }
    column.set_of.visit([&](const auto& sets) {
        for (const std::uint32_t set : sets) column_.set_of.push_back(renumbered[set]);
    });
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
    if (!in.ok() || in.remaining() > 0 || !complete(columns)) return damaged_file(file);
    return columns;
}

}  // namespace schakel
