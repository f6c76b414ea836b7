#include "config/table_file.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "config/file.hpp"
#include "config/nearest.hpp"
#include "config/utf8.hpp"

namespace schakel {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \r") - first + 1);
}

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    for (std::size_t start = 0;;) {
        const auto tab = line.find('\t', start);
        cells.push_back(trimmed(line.substr(start, tab - start)));
        if (tab == std::string_view::npos) return cells;
        start = tab + 1;
    }
}

std::string_view cut_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

}  // namespace

/// Reads one text line by line; stops at the first error.
class TableParser {
public:
    TableParser(std::string name, std::span<const TableColumn> columns, ErrorCode code)
        : columns_(columns), position_of_(columns.size()), code_(code) {
        table_.name_ = std::move(name);
    }

    Result<TableFile> parse(std::string_view text) {
        if (const auto offset = first_invalid_utf8(text)) return not_utf8(text, *offset);
        if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
        while (!text.empty()) {
            ++line_;
            if (auto read = read_line(cut_line(text)); !read) return tl::unexpected(read.error());
        }
        if (header_width_ == 0)
            return failure({"de regel met kolomnamen ontbreekt", "the line with column names is missing"},
                           expected_columns());
        return std::move(table_);
    }

private:
    using Outcome = Result<void>;

    Outcome read_line(std::string_view line) {
        if (trimmed(line).empty() || line.find_first_not_of("\t \r") == std::string_view::npos) return {};
        if (line.front() == '#') return header_width_ == 0 ? read_head(line.substr(1)) : Outcome{};
        return header_width_ == 0 ? read_header(line) : read_row(line);
    }

    Outcome read_head(std::string_view line) {
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) return {};
        const std::string_view key = trimmed(line.substr(0, colon));
        const auto [first, is_new] =
            table_.head_.emplace(key, TableFile::HeadValue{std::string(trimmed(line.substr(colon + 1))), line_});
        if (is_new) return {};
        return failure({fmt::format("“# {}:” staat er al op regel {}", key, first->second.line),
                        fmt::format("“# {}:” is already given on line {}", key, first->second.line)},
                       {"laat één van beide regels staan", "keep one of the two lines"});
    }

    Outcome read_header(std::string_view line) {
        const auto names = cells_of(line);
        header_width_ = names.size();
        for (std::size_t position = 0; position < names.size(); ++position)
            if (auto placed = place_column(names[position], position); !placed) return placed;
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i].required && !position_of_[i])
                return failure({fmt::format("de kolom “{}” ontbreekt", columns_[i].name),
                                fmt::format("the column “{}” is missing", columns_[i].name)},
                               expected_columns());
        return {};
    }

    Outcome place_column(std::string_view name, std::size_t position) {
        const auto column = std::find_if(columns_.begin(), columns_.end(),
                                         [&](const TableColumn& candidate) { return candidate.name == name; });
        if (column == columns_.end())
            return failure({fmt::format("onbekende kolom “{}”", name), fmt::format("unknown column “{}”", name)},
                           did_you_mean(nearest(name, column_names()), expected_columns()));
        auto& slot = position_of_[static_cast<std::size_t>(column - columns_.begin())];
        if (slot)
            return failure({fmt::format("de kolom “{}” staat er twee keer", name),
                            fmt::format("the column “{}” is given twice", name)},
                           {"haal één van beide weg", "remove one of the two"});
        slot = position;
        return {};
    }

    Outcome read_row(std::string_view line) {
        const auto written = cells_of(line);
        if (written.size() > header_width_)
            return failure({fmt::format("{} cellen, maar er zijn {} kolommen", written.size(), header_width_),
                            fmt::format("{} cells, but there are {} columns", written.size(), header_width_)},
                           {"controleer de tabs in deze regel", "check the tabs in this line"});
        TableRow row{line_, std::vector<std::string>(columns_.size())};
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (position_of_[i] && *position_of_[i] < written.size()) row.cells[i] = written[*position_of_[i]];
            if (columns_[i].required && row.cells[i].empty())
                return failure({fmt::format("de kolom “{}” is leeg", columns_[i].name),
                                fmt::format("the column “{}” is empty", columns_[i].name)},
                               {"vul een waarde in; kolommen worden door één tab gescheiden",
                                "fill in a value; columns are separated by one tab"});
        }
        table_.rows_.push_back(std::move(row));
        return {};
    }

    tl::unexpected<Error> not_utf8(std::string_view text, std::size_t offset) {
        line_ = static_cast<std::size_t>(
                    std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n')) +
                1;
        return failure({"deze regel is geen geldige UTF-8", "this line is not valid UTF-8"},
                       {"sla het bestand op als UTF-8", "save the file as UTF-8"});
    }

    tl::unexpected<Error> failure(const Text& message, Text hint) const {
        return fail(code_, at_place(table_.place(line_), message), std::move(hint));
    }

    std::vector<std::string_view> column_names() const {
        std::vector<std::string_view> names;
        for (const TableColumn& column : columns_) names.push_back(column.name);
        return names;
    }

    Text expected_columns() const {
        const std::string names = fmt::format("{}", fmt::join(column_names(), ", "));
        return {"de kolommen zijn: " + names, "the columns are: " + names};
    }

    std::span<const TableColumn> columns_;
    std::vector<std::optional<std::size_t>> position_of_;  // per column asked for: where it stands in the file
    ErrorCode code_;
    std::size_t header_width_ = 0;  // 0 = no header seen yet
    std::size_t line_ = 0;
    TableFile table_;
};

Result<TableFile> TableFile::parse(std::string name, std::string_view text, std::span<const TableColumn> columns,
                                   ErrorCode code) {
    return TableParser(std::move(name), columns, code).parse(text);
}

Result<TableFile> TableFile::read(const std::filesystem::path& file, std::span<const TableColumn> columns,
                                  ErrorCode code) {
    return read_file(file).and_then([&](const std::string& text) { return parse(file.string(), text, columns, code); });
}

std::string_view TableFile::head(std::string_view key) const {
    const auto found = head_.find(key);
    return found == head_.end() ? std::string_view() : std::string_view(found->second.text);
}

std::size_t TableFile::head_line(std::string_view key) const {
    const auto found = head_.find(key);
    return found == head_.end() ? 1 : found->second.line;
}

std::string TableFile::place(std::size_t line) const { return line == 0 ? name_ : fmt::format("{}:{}", name_, line); }

}  // namespace schakel
