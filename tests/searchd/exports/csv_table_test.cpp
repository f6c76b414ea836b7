#include "searchd/exports/csv_table.hpp"

#include <map>
#include <set>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "searchd/xml/plain_line.hpp"
#include "tests/golden/golden.hpp"
#include "tests/sample_index.hpp"
#include "tests/searchd/exports/hostile_text.hpp"
#include "tests/searchd/exports/read_csv.hpp"
#include "tests/searchd/exports/written_record.hpp"

namespace schakel {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string table_of(const std::vector<StoredRecord>& records, char separator = ';') {
    const std::string table = csv_table(records, Labels(sample_installation()), separator, "https://zoek.example.org");
    REQUIRE(table.starts_with(byte_order_mark));
    return table.substr(byte_order_mark.size());
}

bool begins_formula(std::string_view cell) {
    return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

/// The cells that hold something, a line each, as heading: cell.
std::string shown(const std::string& input) {
    const CsvRows rows = read_csv(table_of(written_records(input)), ';');
    std::string text;
    for (std::size_t row = 1; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column)
            if (!rows[row][column].empty()) text += rows[0].at(column) + ": " + rows[row][column] + '\n';
    if (!text.empty()) text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("products as a table", "[golden]") { CHECK_GOLDEN("exports/csv", shown); }

TEST_CASE("a table reads back as it was meant, whatever records hold") {
    rc::prop("every row has every column, and no cell is a formula", [] {
        const std::vector<StoredRecord> records{hostile_record(), hostile_record()};
        const char separator = *rc::gen::element(';', ',');
        const CsvRows rows = read_csv(table_of(records, separator), separator);
        RC_ASSERT(rows.size() == 3u);
        for (const auto& row : rows) {
            RC_ASSERT(row.size() == rows.front().size());
            for (const std::string& cell : row) RC_ASSERT(!begins_formula(cell));
        }
        const std::string title = plain_line(records[0].title);
        RC_ASSERT(rows[1][0] == title || rows[1][0] == "'" + title);
    });
}

TEST_CASE("a table in English has its headings and names in English, and leads to those pages") {
    const StoredRecord record = written_record("id: a/b\ntitel: Feiten\ntype: rapport\nthema: eenzaamheid");
    const std::string table =
        csv_table({&record, 1}, Labels(sample_installation(), Language::english), ';', "https://zoek.example.org/en");
    const CsvRows english = read_csv(table.substr(byte_order_mark.size()), ';');
    const CsvRows dutch = read_csv(table_of({record}), ';');
    const std::set<std::string> same{"Type", "Status", "Id"};
    std::map<std::string, std::string> cells;
    for (std::size_t column = 0; column < english[0].size(); ++column) {
        cells[english[0][column]] = english[1][column];
        INFO(english[0][column]);
        CHECK((english[0][column] == dutch[0][column]) == same.contains(english[0][column]));
    }
    CHECK(cells.size() == dutch[0].size());
    CHECK(cells["Type"] == "report");
    CHECK(cells["Themes"] == "loneliness");
    CHECK(cells["Page in the search engine"] == "https://zoek.example.org/en/kennisproducten/a%2Fb");
}

TEST_CASE("what looks like a formula is shown as text") {
    CHECK(csv_cell("=1+1") == "\"'=1+1\"");
    CHECK(csv_cell(" \t@SUM(A1)") == "\"'@SUM(A1)\"");
    CHECK(csv_cell("-1") == "\"'-1\"");
    CHECK(csv_cell("\xEF\xBC\x9D"
                   "1") ==
          "\"'\xEF\xBC\x9D"
          "1\"");
    CHECK(csv_cell("0-4 jaar; \"jong\"") == "\"0-4 jaar; \"\"jong\"\"\"");
    CHECK(csv_cell("") == "\"\"");
}

TEST_CASE("a cell is never longer than a spreadsheet takes") {
    CHECK(csv_cell(std::string(100'000, 'a') + " b").size() < 32'767);
}

}  // namespace schakel
