#include "config/table_file.hpp"

#include <array>

#include <catch2/catch.hpp>

namespace schakel {
namespace {

constexpr std::array<TableColumn, 3> columns{{{"woord", true}, {"stam", true}, {"opmerking"}}};

Result<TableFile> parsed(std::string_view text) {
    return TableFile::parse("tabel.tsv", text, columns, ErrorCode::language_data_invalid);
}

std::string error_of(std::string_view text) {
    const auto table = parsed(text);
    REQUIRE_FALSE(table);
    CHECK(table.error().code == ErrorCode::language_data_invalid);
    return table.error().message.nl;
}

}  // namespace

TEST_CASE("a table gives cells in the order asked for, with line numbers") {
    const auto table = parsed(
        "# bron: eigen lijst\n# zomaar een opmerking\n\nstam\twoord\topmerking\n# "
        "rust\nhuis\thuizen\nkind\tkinderen\toud meervoud\r\n");
    REQUIRE(table);
    CHECK(table->head("bron") == "eigen lijst");
    CHECK(table->head("anders").empty());
    REQUIRE(table->rows().size() == 2);
    CHECK(table->rows()[0].line == 6);
    CHECK(table->rows()[0].cells == std::vector<std::string>{"huizen", "huis", ""});
    CHECK(table->rows()[1].cells == std::vector<std::string>{"kinderen", "kind", "oud meervoud"});
    CHECK(table->place(7) == "tabel.tsv:7");
}

TEST_CASE("an optional column may be absent and a byte order mark is skipped") {
    const auto table = parsed("\xEF\xBB\xBFwoord\tstam\nsteden\tstad");
    REQUIRE(table);
    CHECK(table->rows()[0].cells == std::vector<std::string>{"steden", "stad", ""});
}

TEST_CASE("errors of a table name the line") {
    CHECK(error_of("") == "tabel.tsv: de regel met kolomnamen ontbreekt");
    CHECK(error_of("woord\n") == "tabel.tsv:1: de kolom “stam” ontbreekt");
    CHECK(error_of("woord\tstamm\n") == "tabel.tsv:1: onbekende kolom “stamm”");
    CHECK(error_of("woord\twoord\tstam\n") == "tabel.tsv:1: de kolom “woord” staat er twee keer");
    CHECK(error_of("woord\tstam\na\tb\tc\n") == "tabel.tsv:2: 3 cellen, maar er zijn 2 kolommen");
    CHECK(error_of("woord\tstam\n\na\n") == "tabel.tsv:3: de kolom “stam” is leeg");
    CHECK(error_of("# a: 1\n# a: 2\nwoord\tstam\n") == "tabel.tsv:2: “# a:” staat er al op regel 1");
    CHECK(error_of("woord\tstam\nhuizen\thuis\n\xE9\xE9n\teen\n") == "tabel.tsv:3: deze regel is geen geldige UTF-8");
}

TEST_CASE("a table that is not there is not found") {
    const auto table = TableFile::read("/nergens/tabel.tsv", columns, ErrorCode::regions_invalid);
    REQUIRE_FALSE(table);
    CHECK(table.error().code == ErrorCode::not_found);
}

}  // namespace schakel
