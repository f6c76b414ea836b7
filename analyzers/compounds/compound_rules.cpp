#include "analyzers/compounds/compound_rules.hpp"

#include <array>

#include <fmt/format.h>

#include "config/content_hash.hpp"
#include "config/file.hpp"
#include "config/folding.hpp"
#include "config/table_file.hpp"

namespace schakel {

namespace {

constexpr std::array<TableColumn, 2> split_columns{{{"woord", true}, {"delen", true}}};
constexpr std::array<TableColumn, 1> whole_columns{{{"woord", true}}};
constexpr std::array<TableColumn, 1> bound_columns{{{"deel", true}}};

Result<TableFile> read_table(const std::filesystem::path& file, std::span<const TableColumn> columns,
                             ContentHash& version) {
    auto text = read_file(file);
    if (!text) return tl::unexpected(text.error());
    version.add(file.filename().string(), *text);
    return TableFile::parse(file.string(), *text, columns, ErrorCode::language_data_invalid);
}

tl::unexpected<Error> given_twice(const TableFile& table, const TableRow& row) {
    return fail(ErrorCode::language_data_invalid,
                {fmt::format("{}: het woord \"{}\" staat er al, in deze tabel of in samenstellingen.tsv.",
                             table.place(row.line), row.cells[0]),
                 fmt::format("{}: the word \"{}\" is already there, in this table or in samenstellingen.tsv.",
                             table.place(row.line), row.cells[0])},
                {"Haal een van de twee regels weg.", "Remove one of the two lines."});
}

tl::unexpected<Error> not_its_parts(const TableFile& table, const TableRow& row) {
    return fail(ErrorCode::language_data_invalid,
                {fmt::format("{}: de delen \"{}\" vormen samen niet het woord \"{}\".", table.place(row.line),
                             row.cells[1], row.cells[0]),
                 fmt::format("{}: the parts \"{}\" do not make the word \"{}\".", table.place(row.line), row.cells[1],
                             row.cells[0])},
                {"Schrijf het hele woord, met | tussen twee of meer delen: gezondheids|zorg.",
                 "Write the whole word, with | between two or more parts: gezondheids|zorg."});
}

tl::unexpected<Error> not_bound(const TableFile& table, const TableRow& row) {
    return fail(ErrorCode::language_data_invalid,
                {fmt::format("{}: \"{}\" heeft geen streepje op de plaats van de rest van het woord.",
                             table.place(row.line), row.cells[0]),
                 fmt::format("{}: \"{}\" has no hyphen in place of the rest of the word.", table.place(row.line),
                             row.cells[0])},
                {"Schrijf eco- voor een begin en -ganger voor een eind.",
                 "Write eco- for a beginning and -ganger for an end."});
}

/// Where the parts of "gezondheids|zorg" end; nothing when they are not two or more parts of `word`.
std::vector<std::size_t> part_ends(std::string_view word, std::string_view parts) {
    std::vector<std::size_t> ends;
    std::string joined;
    for (std::size_t begin = 0; begin <= parts.size();) {
        const std::size_t bar = std::min(parts.find('|', begin), parts.size());
        if (bar == begin) return {};
        joined += parts.substr(begin, bar - begin);
        ends.push_back(joined.size());
        begin = bar + 1;
    }
    return joined == word && ends.size() > 1 ? ends : std::vector<std::size_t>{};
}

Result<void> add_splits(const TableFile& table, CompoundRules& rules) {
    for (const TableRow& row : table.rows()) {
        const std::string word = fold(row.cells[0]);
        const std::vector<std::size_t> ends = part_ends(word, fold(row.cells[1]));
        if (ends.empty()) return not_its_parts(table, row);
        if (!rules.splits.try_emplace(word, ends).second) return given_twice(table, row);
    }
    return {};
}

Result<void> add_whole(const TableFile& table, CompoundRules& rules) {
    for (const TableRow& row : table.rows()) {
        const std::string word = fold(row.cells[0]);
        if (rules.splits.contains(word) || !rules.whole.insert(word).second) return given_twice(table, row);
    }
    return {};
}

Result<void> add_bound(const TableFile& table, CompoundRules& rules) {
    for (const TableRow& row : table.rows()) {
        const std::string part = fold(row.cells[0]);
        const bool begins = part.ends_with('-');
        if (begins == part.starts_with('-') || part.size() < 2) return not_bound(table, row);
        StringSet& parts = begins ? rules.bound_beginnings : rules.bound_endings;
        if (!parts.insert(part.substr(begins ? 0 : 1, part.size() - 1)).second) return given_twice(table, row);
    }
    return {};
}

}  // namespace

Result<CompoundRules> load_compound_rules(const std::filesystem::path& folder) {
    ContentHash version;
    const auto splits = read_table(folder / "samenstellingen.tsv", split_columns, version);
    if (!splits) return tl::unexpected(splits.error());
    const auto whole = read_table(folder / "ongesplitst.tsv", whole_columns, version);
    if (!whole) return tl::unexpected(whole.error());
    const auto bound = read_table(folder / "woorddelen.tsv", bound_columns, version);
    if (!bound) return tl::unexpected(bound.error());
    CompoundRules rules;
    if (const auto added = add_splits(*splits, rules); !added) return tl::unexpected(added.error());
    if (const auto added = add_whole(*whole, rules); !added) return tl::unexpected(added.error());
    if (const auto added = add_bound(*bound, rules); !added) return tl::unexpected(added.error());
    rules.version = version.hex();
    return rules;
}

}  // namespace schakel
