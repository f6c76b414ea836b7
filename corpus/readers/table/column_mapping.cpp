#include "corpus/readers/table/column_mapping.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <xxhash.h>

#include "config/folding.hpp"

namespace schakel {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view ending = ".kolommen.tsv";
constexpr std::array<std::string_view, 2> table_endings{".csv", ".tsv"};
constexpr std::array mapping_columns{TableColumn{"kolom", true}, TableColumn{"veld"}};

/// Endings are compared in any case of letters, as those of the formats are.
bool ends_with(std::string_view name, std::string_view wanted) {
    return name.size() > wanted.size() && std::ranges::equal(name.substr(name.size() - wanted.size()), wanted, {},
                                                             [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
}

Error named_twice(const std::string& place, const std::string& column) {
    return {ErrorCode::malformed,
            {fmt::format("{}: kolom “{}” staat er al", place, column),
             fmt::format("{}: column “{}” is there already", place, column)},
            {"laat één van de regels weg", "leave out one of the lines"}};
}

}  // namespace

bool is_column_mapping(const fs::path& file) { return ends_with(file.filename().string(), ending); }

bool is_table(const fs::path& file) {
    const std::string name = file.filename().string();
    return !is_column_mapping(file) &&
           std::ranges::any_of(table_endings, [&](std::string_view one) { return ends_with(name, one); });
}

fs::path column_mapping_of(const fs::path& table) {
    fs::path mapping = table;
    mapping.replace_extension();
    mapping += ending;
    return mapping;
}

bool belongs_to_table(const fs::path& mapping) {
    const std::string name = mapping.filename().string();
    const std::string stem = name.substr(0, name.size() - std::min(name.size(), ending.size()));
    std::error_code problem;  // a folder that cannot be listed is told of by who walks it
    for (const auto& entry : fs::directory_iterator(mapping.parent_path(), problem))
        if (is_table(entry.path()) && entry.path().stem() == stem) return true;
    return false;
}

Error mapping_without_table() {
    return {ErrorCode::not_found,
            {"bij dit kolommenbestand hoort geen tabel", "there is no table that this mapping of columns belongs to"},
            {"geef het de naam van de tabel: naam.kolommen.tsv naast naam.csv",
             "give it the name of the table: naam.kolommen.tsv beside naam.csv"}};
}

std::string letters_of_column(std::string_view name) {
    std::string letters = slug(name);
    std::erase(letters, '-');
    return letters;
}

Result<ColumnMapping> ColumnMapping::load(const fs::path& file) {
    return of_table(TableFile::read(file, mapping_columns, ErrorCode::malformed));
}

Result<ColumnMapping> ColumnMapping::parse(std::string name, std::string_view text) {
    return of_table(TableFile::parse(std::move(name), text, mapping_columns, ErrorCode::malformed));
}

Result<ColumnMapping> ColumnMapping::of_table(const Result<TableFile>& table) {
    if (!table) return tl::unexpected(table.error());
    ColumnMapping mapping;
    mapping.file_ = fs::path(table->name()).filename().string();
    for (const TableRow& row : table->rows()) {
        const auto place = mapping.by_letters_.try_emplace(letters_of_column(row.cells[0]), mapping.entries_.size());
        if (!place.second) return tl::unexpected(named_twice(table->place(row.line), row.cells[0]));
        mapping.entries_.push_back({row.cells[0], row.cells[1], row.line});
    }
    return mapping;
}

std::optional<std::string_view> ColumnMapping::field_of(std::string_view column) const {
    if (entries_.empty()) return std::nullopt;
    const auto found = by_letters_.find(letters_of_column(column));
    if (found == by_letters_.end()) return std::nullopt;
    return entries_[found->second].field;
}

std::vector<std::string> ColumnMapping::missing_from(const std::vector<std::string>& header) const {
    std::set<std::string> present;
    for (const std::string& name : header) present.insert(letters_of_column(name));
    std::vector<std::string> missing;
    for (const Entry& entry : entries_)
        if (!present.contains(letters_of_column(entry.column))) missing.push_back(entry.column);
    return missing;
}

std::uint64_t ColumnMapping::hash() const {
    std::string text;
    for (const Entry& entry : entries_) text += entry.column + '\t' + entry.field + '\n';
    return text.empty() ? 0 : XXH3_64bits(text.data(), text.size());
}

}  // namespace schakel
