#include "corpus/readers/table/csv_row.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "config/folding.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/readers/metadata/metadata_values.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

/// Text may hold the marks that stand between the values of a list.
bool is_list(const RecordField& field) {
    return field.repeatable && field.element != "pagina" && field.element != "bron";
}

std::vector<std::string> values_in(std::string_view cell) {
    std::vector<std::string> values;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find_first_of(";|"), cell.size());
        if (std::string value = one_line(cell.substr(0, end)); !value.empty()) values.push_back(std::move(value));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return values;
}

/// Puts one row into a record.
class RowRecord {
public:
    RowRecord(const std::vector<CsvColumn>& columns, const DelimitedRow& row, RecordBuilder& record)
        : columns_(columns), row_(row), record_(record) {}

    void add_cells() {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i].is_used() && !is_blank(row_.cells[i])) add_cell(columns_[i], row_.cells[i]);
    }

private:
    /// Cells may be long: one that starts with a letter or digit need not be gone through.
    static bool is_blank(std::string_view cell) {
        return cell.empty() || (!is_ascii_graph(cell.front()) && one_line(cell).empty());
    }

    static bool is_ascii_graph(char c) { return c > ' ' && c < '\x7F'; }

    void add_cell(const CsvColumn& column, const std::string& cell) {
        if (column.is_id) return record_.set_id(cell);
        if (column.field->element == "datum") return add_date(column, cell);
        if (column.field->element == "taal") return put(column, metadata_language(cell).value_or(cell));
        if (!is_list(*column.field)) return put(column, cell);
        for (std::string& value : values_in(cell)) put(column, with_prefix(column, std::move(value)));
    }

    static std::string with_prefix(const CsvColumn& column, std::string value) {
        const bool is_code = value.size() > 2 && value[2] >= '0' && value[2] <= '9';  // GM0153
        if (is_code || fold(value).starts_with(column.prefix)) return value;
        return std::string{column.prefix} + value;
    }

    /// Spreadsheets write 29-5-2015, and a year alone when that is all there is.
    void add_date(const CsvColumn& column, const std::string& cell) {
        const auto date = metadata_date(cell);
        if (!date || !date->day.empty()) return put(column, date ? date->day : cell);
        const bool has_year = std::ranges::any_of(
            columns_, [](const CsvColumn& other) { return other.field != nullptr && other.field->element == "jaar"; });
        if (!has_year) put(*find_record_field_by_element("jaar"), column, std::to_string(date->year));
    }

    void put(const CsvColumn& column, std::string text) { put(*column.field, column, std::move(text)); }

    void put(const RecordField& field, const CsvColumn& column, std::string text) {
        const std::string shown = in_quotes(column.name);
        WrittenValue value{std::move(text), {}, {}, {"kolom " + shown, "column " + shown}};
        if (!column.role.empty()) value.attributes.emplace_back("rol", column.role);
        record_.add(field, value);
    }

    const std::vector<CsvColumn>& columns_;
    const DelimitedRow& row_;
    RecordBuilder& record_;
};

}  // namespace

void add_row(const std::vector<CsvColumn>& columns, const DelimitedRow& row, std::string_view uri,
             RecordBuilder& record) {
    RowRecord{columns, row, record}.add_cells();
    const KnowledgeProduct& product = record.product();
    if (!product.id.empty()) return;
    record.set_id(id_of_uri(product.url.empty() ? fmt::format("{}\n{}", uri, row.raw) : product.url));
}

}  // namespace schakel
