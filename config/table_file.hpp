#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// A column that a table may have. A required one must be in the header and filled in on every row.
struct TableColumn {
    std::string_view name;
    bool required = false;
};

struct TableRow {
    std::size_t line = 0;            // counted from 1
    std::vector<std::string> cells;  // in the order of the columns asked for; empty = not given
};

/// A table that a curator edits: UTF-8 lines of tab-separated cells under one header line, preceded by any number of
/// `# key: value` lines. Other lines that start with # are remarks; empty lines are skipped; empty cells at the end of a
/// row may be left off. Immutable after reading; safe from any thread.
class TableFile {
public:
    /// Errors, all with `code` and file:line: text that is not UTF-8, an unknown, doubled or missing column, a row with more
    /// cells than the header, an empty cell in a required column, a doubled `# key`; not_found and unreadable keep their code.
    static Result<TableFile> read(const std::filesystem::path& file, std::span<const TableColumn> columns,
                                  ErrorCode code);

    /// The same for text that is already in memory; `name` is what errors call it.
    static Result<TableFile> parse(std::string name, std::string_view text, std::span<const TableColumn> columns,
                                   ErrorCode code);

    const std::string& name() const { return name_; }
    const std::vector<TableRow>& rows() const { return rows_; }

    /// The value of a `# key: value` line; empty when there is none or it is empty.
    std::string_view head(std::string_view key) const;

    /// `name:line`, for error texts; without a line for line 0.
    std::string place(std::size_t line) const;

    /// The line of a head key; 1 when it is not there.
    std::size_t head_line(std::string_view key) const;

private:
    friend class TableParser;

    struct HeadValue {
        std::string text;
        std::size_t line = 0;
    };

    std::string name_;
    StringMap<HeadValue> head_;
    std::vector<TableRow> rows_;
};

}  // namespace schakel
