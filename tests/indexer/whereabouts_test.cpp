// People name files, by as much of the path as they know.
#include "indexer/whereabouts.hpp"

#include <catch2/catch.hpp>

using namespace schakel;

namespace {

Ledger ledger() {
    LedgerFile table{.uri = "bron/map/lijst.csv"};
    table.records.push_back({.id = "a1"});
    table.left_out.push_back({.reason = {"bron/map/lijst.csv:12", Stage::read, {}, {}}});
    LedgerFile archive{.uri = "bron/pakket.zip"};
    archive.left_out.push_back({.reason = {"bron/pakket.zip/binnen/leeg.txt", Stage::read, {}, {}}});
    LedgerFile copy{.uri = "bron/kopie.pdf"};
    copy.left_out.push_back(
        {.reason = {"bron/kopie.pdf", Stage::resolve, {}, {}}, .waits_for = "a1", .copy_id = "a1-kopie"});
    Ledger all;
    all.files = {table, archive, copy};
    return all;
}

}  // namespace

TEST_CASE("a file is known by the end of its path, from a folder on") {
    const Ledger known = ledger();
    for (const char* name : {"bron/map/lijst.csv", "map/lijst.csv", "lijst.csv"}) {
        const Whereabouts found = whereabouts_of(known, name);
        REQUIRE(found.products.size() == 1);
        CHECK(found.products[0] == "a1");
        CHECK(found.left_out.size() == 1);
    }
    for (const char* name : {"ijst.csv", "", "csv", "lijst"}) CHECK(whereabouts_of(known, name).products.empty());
}

TEST_CASE("a line of a file, a file in an archive and a copy are known too") {
    const Ledger known = ledger();
    CHECK(whereabouts_of(known, "lijst.csv:12").left_out.size() == 1);
    CHECK(whereabouts_of(known, "lijst.csv:1").left_out.empty());
    CHECK(whereabouts_of(known, "binnen/leeg.txt").left_out.size() == 1);
    CHECK(whereabouts_of(known, "a1-kopie").left_out.size() == 1);
    CHECK(whereabouts_of(known, "a1").left_out.size() == 1);
    CHECK(whereabouts_of(known, "a2").left_out.empty());
}
