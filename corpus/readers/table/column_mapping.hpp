#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/string_map.hpp"
#include "config/table_file.hpp"

namespace schakel {

/// Whether a file is a mapping (naam.kolommen.tsv), and no table of products.
bool is_column_mapping(const std::filesystem::path& file);

/// Whether a file is a table by its name.
bool is_table(const std::filesystem::path& file);

/// Where the mapping of a table is when it has one: naam.kolommen.tsv beside naam.csv.
std::filesystem::path column_mapping_of(const std::filesystem::path& table);

/// Whether it is the mapping of a table that stands beside it.
bool belongs_to_table(const std::filesystem::path& mapping);

/// For a mapping without a table that it could belong to.
Error mapping_without_table();

/// What is compared of the names of columns: "Auteur(s)" and "auteurs", "voorWie" and "Voor wie" are one name.
std::string letters_of_column(std::string_view name);

/// What a curator says the columns of a table are, for tables whose header cannot be changed. A file of two columns: `kolom`, as
/// in the header of the table, and `veld`, the name of a field; without it the column is not used. Immutable.
class ColumnMapping {
public:
    struct Entry {
        std::string column;
        std::string field;     // empty = not used
        std::size_t line = 0;  // in the mapping, from 1
    };

    /// No mapping.
    ColumnMapping() = default;

    /// Errors (malformed), with file and line: those of TableFile, and a column that is named twice.
    static Result<ColumnMapping> load(const std::filesystem::path& file);

    /// The same for text in memory; `name` is what errors call it.
    static Result<ColumnMapping> parse(std::string name, std::string_view text);

    /// The field that a column stands for; absent when nothing is said of the column, empty when it is not used.
    std::optional<std::string_view> field_of(std::string_view column) const;

    /// The columns that a header has not.
    std::vector<std::string> missing_from(const std::vector<std::string>& header) const;

    const std::string& file() const { return file_; }
    const std::vector<Entry>& entries() const { return entries_; }

    /// Another number when it says something else; 0 without entries.
    std::uint64_t hash() const;

private:
    static Result<ColumnMapping> of_table(const Result<TableFile>& table);

    std::string file_;
    std::vector<Entry> entries_;
    StringMap<std::size_t> by_letters_;  // place in entries_
};

}  // namespace schakel
