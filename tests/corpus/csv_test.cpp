#include "corpus/readers/table/csv.hpp"

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "corpus/readers/table/csv_columns.hpp"
#include "corpus/readers/table/delimited_rows.hpp"
#include "tests/corpus/tables_in_document.hpp"

using namespace schakel;

namespace {

std::vector<ReadRecord> read(std::string_view table) {
    std::vector<ReadRecord> records;
    read_csv_bytes(table, "bron.csv", [&](ReadRecord record) { records.push_back(std::move(record)); });
    return records;
}

std::string in_cell_quotes(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

using Rows = std::vector<std::vector<std::string>>;

std::string written(const Rows& rows, char delimiter) {
    std::string table;
    for (const std::vector<std::string>& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            table += (i > 0 ? std::string(1, delimiter) : "") + in_cell_quotes(row[i]);
        table += '\n';
    }
    return table;
}

Rows rows_in(const std::string& table, char delimiter) {
    std::istringstream stream{table};
    DelimitedRows rows{stream};
    rows.set_delimiter(delimiter);
    Rows found;
    for (DelimitedRow row; rows.next(row) == DelimitedRows::Outcome::row;) found.push_back(row.cells);
    return found;
}

/// UTF-16, little-endian, with a byte order mark, of ASCII.
std::string in_utf16(std::string_view ascii) {
    std::string bytes = "\xFF\xFE";
    for (const char c : ascii) bytes += {c, '\0'};
    return bytes;
}

}  // namespace

TEST_CASE("a table that is written is read back, whatever is in its cells", "[corpus]") {
    rc::prop("rows in quotes survive", [] {
        const auto delimiter = *rc::gen::element(',', ';', '\t', '|');
        const auto cell = rc::gen::container<std::string>(rc::gen::element('a', ' ', '"', ',', ';', '\t', '|', '\n'));
        const auto width = *rc::gen::inRange<std::size_t>(1, 5);
        const auto rows = *rc::gen::container<Rows>(rc::gen::container<std::vector<std::string>>(width, cell));
        RC_ASSERT(rows_in(written(rows, delimiter), delimiter) == rows);
    });
}

TEST_CASE("the delimiter is the one that makes names of columns", "[corpus]") {
    const std::map<std::string, char> headers{
        {"id;titel;thema", ';'},
        {"id,titel,thema", ','},
        {"id\ttitel, en ondertitel\tthema", '\t'},
        {"titel|auteur", '|'},
        {"titel;auteur(s), redacteur, vertaler, illustrator", ';'},
        {"\"titel, volledig\";jaar", ';'},
        {"kolom 1,kolom 2,kolom 3", ','},
    };
    for (const auto& [header, delimiter] : headers) {
        INFO(header);
        CHECK(delimiter_of(header) == delimiter);
    }
    CHECK_FALSE(delimiter_of("titel"));
    CHECK_FALSE(delimiter_of(""));
}

TEST_CASE("names of columns are recognised however they are written", "[corpus]") {
    for (const std::string name : {"Auteur(s)", "AUTEURS", "author", "Authors", "auteur_s", " auteur "}) {
        INFO(name);
        const auto columns = columns_of({name});
        REQUIRE(columns.front().field != nullptr);
        CHECK(columns.front().field->element == "auteur");
    }
    CHECK(columns_of({"titel", "title"})[1].is_used() == false);
    CHECK(columns_of({"gemeente", "provincie"})[1].is_used());
    CHECK_FALSE(columns_of({""}).front().is_used());
    CHECK_FALSE(columns_of({"???"}).front().is_used());
}

TEST_CASE("synonyms lead to fields and do not hide a field of that name", "[corpus]") {
    std::set<std::string_view> names;
    for (const ColumnSynonym& synonym : column_synonyms()) {
        INFO(synonym.name);
        CHECK(names.insert(synonym.name).second);
        CHECK((synonym.element == "id" || find_record_field_by_element(synonym.element) != nullptr));
        CHECK(find_record_field_by_key(synonym.name) == nullptr);
    }
}

TEST_CASE("the table of columns in METADATA.md is that of the program", "[corpus]") {
    std::vector<std::vector<std::string>> expected;
    for (const ColumnSynonym& synonym : column_synonyms()) {
        std::string field{synonym.element};
        if (!synonym.role.empty()) field += fmt::format(" ({})", synonym.role);
        if (!synonym.prefix.empty()) field += fmt::format(" ({})", synonym.prefix.substr(0, synonym.prefix.size() - 1));
        if (expected.empty() || expected.back().front() != field) expected.push_back({field, ""});
        std::string& names = expected.back().back();
        names += fmt::format("{}`{}`", names.empty() ? "" : ", ", synonym.name);
    }
    CHECK(tables_in_document("corpus/METADATA.md").at("Tabellen") == expected);
}

TEST_CASE("the bytes of a row, under its header, tell whether it is known", "[corpus]") {
    std::set<std::uint64_t> known;
    for (const ReadRecord& record : read("id,titel\na,A\nb,B\n")) known.insert(record.raw_hash);
    REQUIRE(known.size() == 2);

    std::vector<std::string> ids;
    const RecordSink sink{[&](ReadRecord record) { ids.push_back(record.product->id); },
                          [&](std::uint64_t raw_hash) { return known.contains(raw_hash); }};
    read_csv_bytes("id,titel\na,A\nb,B herzien\n", "bron.csv", sink);
    CHECK(ids == std::vector<std::string>{"b"});
    ids.clear();
    read_csv_bytes("id,tekst\na,A\nb,B\n", "bron.csv", sink);
    CHECK(ids == std::vector<std::string>{"a", "b"});
    ids.clear();
    read_csv_bytes("id,titel\na,A\n", "bron.csv", sink);
    CHECK(ids.empty());
}

TEST_CASE("a table in UTF-16, as Excel saves Unicode text, is read", "[corpus]") {
    const auto records = read(in_utf16("id\ttitel\r\na\tA\r\n"));
    REQUIRE(records.size() == 1);
    REQUIRE(records.front().product);
    CHECK(records.front().product->title == "A");
}

TEST_CASE("a row of too many cells, or too long, costs no more than that row", "[corpus]") {
    const std::string cells(5'000'000, ',');
    const auto wide = read("id,titel\na," + cells + "\nb,B\n");
    REQUIRE(wide.size() == 2);
    CHECK_FALSE(wide.front().product);
    CHECK(wide.back().product);

    const auto too_long = read("id,titel\na," + std::string(17'000'000, 'x') + "\nb,B\n");
    REQUIRE(too_long.size() == 2);
    CHECK(too_long.front().location == "bron.csv:2");
    CHECK_FALSE(too_long.front().product);
    CHECK(too_long.back().product);
}

TEST_CASE("a quote that is never closed does not take memory without bound", "[corpus]") {
    constexpr int lines = 1'000'000;
    std::string table = "id,titel\na,\"A\n";
    for (int i = 0; i < lines; ++i) table += "een regel van dertig tekens...\n";
    const auto records = read(table);
    REQUIRE(records.size() == 1);
    CHECK(records.front().location == "bron.csv:2");
    CHECK_FALSE(records.front().product);
}
