// A table in an archive has its mapping of columns beside it, as one in a folder has.
#include "corpus/readers/archive/archived_mappings.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "corpus/readers/archive/archive.hpp"
#include "tests/corpus/archive_file.hpp"

using namespace schakel;

namespace {

const std::string table = "Ref;Korte omschrijving;Intern\nr1;Buurthuis zonder muren;x\n";
const std::string mapping = "kolom\tveld\nRef\tid\nKorte omschrijving\ttitel\nIntern\n";

/// The records as lines: place, id and title, or the error.
std::string read(Packing packing, const std::vector<PackedEntry>& entries, const ArchiveLimits& limits = {}) {
    std::string lines;
    read_archive_within(limits, pack(packing, entries), "bron.zip", [&](const ReadRecord& record) {
        if (!lines.empty()) lines += '\n';
        lines += record.location + ": ";
        lines += record.product ? record.product->id + " " + record.product->title : record.product.error().message.nl;
        for (const Text& notice : record.notices) lines += " (" + notice.nl + ")";
    });
    return lines;
}

}  // namespace

TEST_CASE("a mapping in an archive is used for the table in the same folder", "[corpus][archive][csv]") {
    const std::string expected = "bron.zip/2015/export.csv:2: r1 Buurthuis zonder muren";
    for (const Packing packing : {Packing::zip, Packing::stored_zip, Packing::tar, Packing::tar_gz}) {
        CHECK(read(packing, {{"2015/export.kolommen.tsv", mapping, {}}, {"2015/export.csv", table, {}}}) == expected);
        CHECK(read(packing, {{"2015/export.csv", table, {}}, {"2015/export.kolommen.tsv", mapping, {}}}) == expected);
    }
}

TEST_CASE("a mapping in an archive belongs to no table elsewhere", "[corpus][archive][csv]") {
    const std::string lines =
        read(Packing::zip, {{"a/export.kolommen.tsv", mapping, {}}, {"b/export.csv", "titel;jaar\nT;2015\n", {}}});
    CHECK(lines.starts_with("bron.zip/a/export.kolommen.tsv: bij dit kolommenbestand hoort geen tabel\n"));
    CHECK(lines.ends_with(" T"));
}

TEST_CASE("an archive in an archive has mappings of its own", "[corpus][archive][csv]") {
    const std::string inner = pack(Packing::zip, {{"export.csv", table, {}}, {"export.kolommen.tsv", mapping, {}}});
    CHECK(read(Packing::tar_gz, {{"binnen.zip", inner, {}}}) ==
          "bron.zip/binnen.zip/export.csv:2: r1 Buurthuis zonder muren");
}

TEST_CASE("a fault in a mapping costs its table and no other", "[corpus][archive][csv]") {
    CHECK(read(Packing::zip, {{"export.csv", table, {}},
                              {"export.kolommen.tsv", "kolom\tveld\nRef\tkenmerkend\n", {}},
                              {"rest.csv", "id;titel\nr2;Rest\n", {}}}) ==
          "bron.zip/export.csv: export.kolommen.tsv:2: “kenmerkend” is geen veld\n"
          "bron.zip/rest.csv:2: r2 Rest");
}

TEST_CASE("mappings of endless length are not kept", "[corpus][archive][csv]") {
    std::string endless = "kolom\tveld\n";
    while (endless.size() < (std::size_t{5} << 20U)) endless += "kolom-" + std::to_string(endless.size()) + '\n';
    CHECK(read(Packing::stored_zip, {{"export.csv", table, {}}, {"export.kolommen.tsv", endless, {}}}) ==
          "bron.zip/export.csv: het kolommenbestand is te groot");
}

TEST_CASE("what is looked through for mappings is bounded as the archive is", "[corpus][archive][csv]") {
    ArchiveLimits limits;
    limits.total_bytes = 1000;
    const std::string lines = read(
        Packing::tar_gz,
        {{"export.csv", table, {}}, {"vulling.txt", std::string(5000, 'x'), {}}, {"export.kolommen.tsv", mapping, {}}},
        limits);
    CHECK(lines.starts_with("bron.zip/export.csv:1: geen kolom met titel of tekst"));
    CHECK(lines.find("vulling.txt") != std::string::npos);
}
