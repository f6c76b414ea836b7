#include "corpus/readers/table/column_mapping.hpp"

#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "corpus/reader_registry.hpp"
#include "corpus/readers/table/csv_columns.hpp"
#include "corpus/source.hpp"
#include "tests/paths.hpp"

using namespace schakel;
namespace fs = std::filesystem;

namespace {

using Texts = std::vector<std::string>;

/// A folder with one table and what a curator says of its columns.
class TableFolder {
public:
    TableFolder(const std::string& table, const std::string& mapping, const std::string& name = "export.csv") {
        write(name, table);
        if (!mapping.empty()) write("export.kolommen.tsv", mapping);
    }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_.path() / name, std::ios::binary) << text;
    }

    SourceWalk walk() const { return walk_sources(sources_at(std::vector{folder_.path()})); }

    std::vector<ReadRecord> read() const {
        std::vector<ReadRecord> records;
        for (const SourceItem& item : walk().items)
            read_item(item, [&](ReadRecord record) { records.push_back(std::move(record)); });
        return records;
    }

    /// What is wrong with the one thing that was read.
    Error fault() const {
        const std::vector<ReadRecord> records = read();
        REQUIRE(records.size() == 1);
        REQUIRE_FALSE(records[0].product);
        return records[0].product.error();
    }

private:
    TemporaryFolder folder_;
};

const std::string table = "Ref;Korte omschrijving;Wat;Waar;Intern\nr1;Wijkteams;buurt;Utrecht;geheim\n";

std::string names_of(const std::vector<CsvColumn>& columns) {
    std::string names;
    for (const CsvColumn& column : columns)
        names += (names.empty() ? "" : ", ") +
                 (column.is_id ? "id" : std::string{column.field ? column.field->element : "-"});
    return names;
}

}  // namespace

TEST_CASE("the file beside a table says what its columns are", "[corpus][csv]") {
    const TableFolder folder(table,
                             "kolom\tveld\nref\tid\nKorte omschrijving\ttitel\nWaar\tgemeente\nWat\ttrefwoord\n");
    const std::vector<ReadRecord> records = folder.read();
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].product);
    CHECK(records[0].location == "export.csv:2");
    CHECK(records[0].product->id == "r1");
    CHECK(records[0].product->title == "Wijkteams");
    CHECK(records[0].product->regions.at(0).code == "gemeente Utrecht");
    CHECK(records[0].product->keywords == Texts{"buurt"});
    REQUIRE(records[0].notices.size() == 1);
    CHECK(records[0].notices[0].nl == "niet overgenomen kolommen: Intern");
}

TEST_CASE("a column without a field is left out in silence, and one that the table has not is named", "[corpus][csv]") {
    const TableFolder folder(table,
                             "kolom\tveld\nKorte omschrijving\ttitel\nIntern\nWat\t\nRef\nWaar\t\nKleur\tthema\n");
    const std::vector<ReadRecord> records = folder.read();
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].notices.size() == 1);
    CHECK(records[0].notices[0].nl == "export.kolommen.tsv noemt kolommen die de tabel niet heeft: Kleur");
}

TEST_CASE("what the mapping says goes before what a column is called", "[corpus][csv]") {
    const TableFolder folder("titel;naam;jaar\nKort;Een langere titel;2020\n",
                             "kolom\tveld\nnaam\ttitel\njaar\tstartjaar\n");
    const std::vector<ReadRecord> records = folder.read();
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].product);
    CHECK(records[0].product->title == "Een langere titel");
    CHECK_FALSE(records[0].product->year);
    CHECK(records[0].product->start_year == 2020);
}

TEST_CASE("without a mapping the first column for one value is used", "[corpus][csv]") {
    CHECK(names_of(columns_of({"naam", "titel", "thema", "themas", "id", "identifier"})) ==
          "titel, -, thema, thema, id, -");
}

TEST_CASE("a table as a spreadsheet of another country writes it has its mapping too", "[corpus][csv]") {
    std::string utf16 = "\xFF\xFE";
    for (const char c : std::string{"Nr\tOms\n1\tWijkteams\n"}) utf16 += {c, '\0'};
    const TableFolder folder(utf16, "kolom\tveld\nOms\ttitel\nNr\tid\n", "export.TSV");
    const std::vector<ReadRecord> records = folder.read();
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].product);
    CHECK(records[0].product->title == "Wijkteams");
}

TEST_CASE("what is wrong in a mapping costs the table, and says where", "[corpus][csv]") {
    const auto fault = [](const std::string& mapping) { return TableFolder(table, mapping).fault(); };
    CHECK(fault("kolom\tveld\n# zomaar\nWat\ttrefwoordt\n").message.nl ==
          "export.kolommen.tsv:3: “trefwoordt” is geen veld");
    CHECK(fault("kolom\tveld\nWat\ttrefwoordt\n").hint.nl == "bedoelde u “trefwoord”?");
    CHECK(fault("kolom\tveld\nWat\tkleurenpracht\n").hint.nl ==
          "FORMATS.md noemt de velden; laat veld leeg als de kolom niet nodig is");
    CHECK(fault("kolom\tveld\nWat\ttitel\nwat\tid\n")
              .message.nl.ends_with("export.kolommen.tsv:3: kolom “wat” staat er al"));
    CHECK(fault("column\tfield\nWat\ttitel\n").code == ErrorCode::malformed);
    CHECK(fault("kolom\tveld\nWat\ttrefwoord\n").message.nl.starts_with("geen kolom met titel of tekst"));
}

TEST_CASE("a mapping is a part of its table: it is no table, and it dates it", "[corpus][source]") {
    TableFolder folder(table, "kolom\tveld\nWat\ttitel\n");
    const SourceWalk with = folder.walk();
    REQUIRE(with.items.size() == 1);
    CHECK(with.problems.empty());
    CHECK(with.items[0].uri == "export.csv");
    CHECK(with.items[0].column_mapping.filename() == "export.kolommen.tsv");
    CHECK(with.items[0].size > table.size());
    folder.write("export.kolommen.tsv", "kolom\tveld\nWat\ttitel\nRef\tid\n");
    CHECK(folder.walk().items.at(0).size > with.items[0].size);
    CHECK(folder.walk().items.at(0).mtime >= with.items[0].mtime);
}

TEST_CASE("a mapping of no table is told of", "[corpus][source]") {
    const TableFolder folder(table, {});
    folder.write("exprot.kolommen.tsv", "kolom\tveld\nWat\ttitel\n");
    const SourceWalk found = folder.walk();
    CHECK(found.items.size() == 1);
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].location == "exprot.kolommen.tsv");
    CHECK(found.problems[0].error.message.nl == "bij dit kolommenbestand hoort geen tabel");
}
