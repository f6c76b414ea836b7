#include "searchd/exports/csv_table.hpp"

#include <array>

#include <fmt/format.h>

#include "searchd/exports/credits.hpp"
#include "searchd/page/dutch_text.hpp"
#include "searchd/page/labels.hpp"
#include "searchd/page/links.hpp"
#include "searchd/xml/plain_line.hpp"

namespace schakel {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view between_values = " | ";
constexpr std::size_t longest_cell = 30'000;  // bytes; Excel holds 32,767 characters in a cell

/// What a cell is made from.
struct Row {
    const StoredRecord& record;
    const Labels& labels;
    std::string_view site;
};

template <class Texts>
std::string joined(const Texts& texts) {
    std::string all;
    for (const auto& text : texts) (all += all.empty() ? "" : between_values) += plain_line(text);
    return all;
}

template <FieldId facet>
std::string values(const Row& row) {
    std::vector<std::string> names;
    for (const StoredValue& value : row.record.of(facet)) names.push_back(row.labels.of(facet, value));
    return joined(names);
}

struct Column {
    std::string_view heading;
    std::string (*cell)(const Row& row);
};

constexpr std::array columns{
    Column{"Titel", [](const Row& row) { return row.record.title; }},
    Column{"Type", values<FieldId::type>},
    Column{"Soort", [](const Row& row) { return row.record.kind; }},
    Column{"Auteurs", [](const Row& row) { return joined(row.record.authors); }},
    Column{"Organisaties", values<FieldId::organisation>},
    Column{"Jaar", [](const Row& row) { return year_of(row.record); }},
    Column{"Datum", [](const Row& row) { return row.record.date; }},
    Column{"Thema's", values<FieldId::theme>},
    Column{"Domeinen", values<FieldId::domain>},
    Column{"Regio's", values<FieldId::region>},
    Column{"Schaal", values<FieldId::scale>},
    Column{"Voor wie", values<FieldId::audience>},
    Column{"Over wie", values<FieldId::population>},
    Column{"Onderbouwing", values<FieldId::evidence>},
    Column{"Trefwoorden", [](const Row& row) { return joined(row.record.keywords); }},
    Column{"Samenvatting", [](const Row& row) { return row.record.abstract; }},
    Column{"Taal", values<FieldId::language>},
    Column{"Licentie", [](const Row& row) { return row.record.licence; }},
    Column{"Status", [](const Row& row) { return row.record.status; }},
    Column{"Vindplaats", [](const Row& row) { return safe_address(row.record.url); }},
    Column{"Pagina in de zoekmachine",
           [](const Row& row) { return std::string(row.site) + product_address(row.record.id, {}); }},
    Column{"Id", [](const Row& row) { return row.record.id; }},
};

/// Also the wide forms, which spreadsheets in some languages read as the same.
bool looks_like_formula(std::string_view text) {
    constexpr std::array<std::string_view, 8> starts{
        "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    for (const std::string_view start : starts)
        if (text.starts_with(start)) return true;
    return false;
}

}  // namespace

std::string csv_cell(std::string_view text) {
    const std::string line = shortened(plain_line(text), longest_cell);
    std::string cell = looks_like_formula(line) ? "\"'" : "\"";
    for (const char c : line) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

std::string csv_table(std::span<const StoredRecord> records, const Installation& installation, char separator,
                      std::string_view site) {
    const Labels labels(installation);
    std::string table(byte_order_mark);
    const auto end_cell = [&](const Column& column) {
        table += &column == &columns.back() ? std::string_view("\r\n") : std::string_view(&separator, 1);
    };
    for (const Column& column : columns) {
        table += csv_cell(column.heading);
        end_cell(column);
    }
    for (const StoredRecord& record : records)
        for (const Column& column : columns) {
            table += csv_cell(column.cell({record, labels, site}));
            end_cell(column);
        }
    return table;
}

}  // namespace schakel
