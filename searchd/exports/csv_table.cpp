#include "searchd/exports/csv_table.hpp"

#include <array>

#include <fmt/format.h>

#include "searchd/exports/credits.hpp"
#include "searchd/page/dutch_text.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/written_text.hpp"
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
    std::string_view pages;
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
    Phrase heading;
    std::string (*cell)(const Row& row);
};

constexpr std::array columns{
    Column{{"Titel", "Title"}, [](const Row& row) { return row.record.title; }},
    Column{{"Type", "Type"}, values<FieldId::type>},
    Column{{"Soort", "Kind"}, [](const Row& row) { return row.record.kind; }},
    Column{{"Auteurs", "Authors"}, [](const Row& row) { return joined(row.record.authors); }},
    Column{{"Organisaties", "Organisations"}, values<FieldId::organisation>},
    Column{{"Jaar", "Year"}, [](const Row& row) { return year_of(row.record); }},
    Column{{"Datum", "Date"}, [](const Row& row) { return row.record.date; }},
    Column{{"Thema's", "Themes"}, values<FieldId::theme>},
    Column{{"Domeinen", "Domains"}, values<FieldId::domain>},
    Column{{"Regio's", "Regions"}, values<FieldId::region>},
    Column{{"Schaal", "Scale"}, values<FieldId::scale>},
    Column{{"Voor wie", "Audience"}, values<FieldId::audience>},
    Column{{"Over wie", "Population"}, values<FieldId::population>},
    Column{{"Onderbouwing", "Evidence"}, values<FieldId::evidence>},
    Column{{"Trefwoorden", "Keywords"}, [](const Row& row) { return joined(row.record.keywords); }},
    Column{{"Samenvatting", "Abstract"}, [](const Row& row) { return row.record.abstract; }},
    Column{{"Taal", "Language"}, values<FieldId::language>},
    Column{{"Licentie", "Licence"}, [](const Row& row) { return row.record.licence; }},
    Column{{"Status", "Status"}, [](const Row& row) { return row.record.status; }},
    Column{{"Vindplaats", "Source"}, [](const Row& row) { return safe_address(row.record.url); }},
    Column{{"Pagina in de zoekmachine", "Page in the search engine"},
           [](const Row& row) { return std::string(row.pages) + product_address(row.record.id, {}); }},
    Column{{"Id", "Id"}, [](const Row& row) { return row.record.id; }},
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

std::string csv_table(std::span<const StoredRecord> records, const Labels& labels, char separator,
                      std::string_view pages) {
    std::string table(byte_order_mark);
    const auto end_cell = [&](const Column& column) {
        table += &column == &columns.back() ? std::string_view("\r\n") : std::string_view(&separator, 1);
    };
    for (const Column& column : columns) {
        table += csv_cell(column.heading.in(labels.language()));
        end_cell(column);
    }
    for (const StoredRecord& record : records)
        for (const Column& column : columns) {
            table += csv_cell(column.cell({record, labels, pages}));
            end_cell(column);
        }
    return table;
}

}  // namespace schakel
