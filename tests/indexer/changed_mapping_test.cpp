// A table whose columns mean something else is another table, though not a byte of it changed.
#include <catch2/catch.hpp>

#include "indexer/build.hpp"
#include "tests/indexer/source_folder.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

RunReport updated(const std::filesystem::path& index, const Installation& installation) {
    RunReport report;
    REQUIRE(update({.index = index, .threads = 2}, installation, report));
    return report;
}

}  // namespace

TEST_CASE("an update reads a table again when its mapping comes, changes or goes, and then only") {
    const SourceFolder source;
    const TemporaryFolder index;
    const Installation installation = sample_installation();
    source.write("lijst.csv", "id;titel;Wat\neen;Een;buurt\ntwee;Twee;wijk\n");
    RunReport report;
    REQUIRE(build({.sources = source.sources(), .index = index.path(), .threads = 2}, installation, report));
    CHECK(report.added == 2);

    source.write("lijst.kolommen.tsv", "kolom\tveld\nWat\ttrefwoord\n");
    CHECK(updated(index.path(), installation).changed == 2);
    CHECK(updated(index.path(), installation).unchanged == 2);
    source.write("lijst.kolommen.tsv", "kolom\tveld\nWat\tsamenvatting\n");
    CHECK(updated(index.path(), installation).changed == 2);
    source.remove("lijst.kolommen.tsv");
    CHECK(updated(index.path(), installation).changed == 2);
}

}  // namespace schakel
