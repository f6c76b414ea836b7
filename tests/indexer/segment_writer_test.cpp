#include "indexer/segment_writer.hpp"

#include <fstream>

#include <catch2/catch.hpp>
#include <xapian.h>

#include "config/index/block_file.hpp"
#include "config/index/columns.hpp"
#include "config/index/postings.hpp"
#include "config/index/term_sequences.hpp"
#include "config/index/text_store.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

using Positions = std::vector<std::uint32_t>;

IndexDocument sample_document() {
    IndexDocument document = document_of_words("rapport/1", {"zorg", "", "zorg voor zorg", "jeugd", "movisie"});
    document.record.note = "opmerking";
    document.facets[0] = {{"eenzaamheid", ""}, {"meedoen", ""}};
    document.facets[7] = {{"club", "Een club"}};
    document.blocks = {{3, 1, "zorg voor zorg"}};
    document.date = 20150529;
    return document;
}

ManifestSegment written(const std::filesystem::path& folder, const std::vector<IndexDocument>& documents,
                        int per_flush = 500) {
    auto writer = SegmentWriter::create(folder, per_flush);
    REQUIRE(writer);
    for (const IndexDocument& document : documents) REQUIRE(writer->add(document));
    auto segment = writer->finish();
    REQUIRE(segment);
    return *segment;
}

/// Where `term` stands in the body of a document.
Positions positions_of(const TermSequences& sequences, std::size_t document, const std::string& term) {
    Positions positions;
    const std::vector<PlacedForm> places = sequences.places(document, FieldId::body, sequences.forms(term)).value();
    for (const PlacedForm& placed : places) positions.push_back(placed.position);
    return positions;
}

}  // namespace

TEST_CASE("a segment can be read back: postings, columns, record and text") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "seg-0000";
    written(path, {document_of_words("eerste", {"welzijn", "", "", "", ""}), sample_document()});

    const Xapian::Database database((path / postings_name).string());
    CHECK(database.get_doccount() == 2);
    CHECK(*database.postlist_begin(id_term("rapport/1")) == 2);
    CHECK(*database.postlist_begin("welzijn") == 1);

    const auto sequences = TermSequences::open(path);
    REQUIRE(sequences);
    CHECK(positions_of(*sequences, 1, "zorg") == Positions{1, 3});
    CHECK(positions_of(*sequences, 1, "voor") == Positions{2});
    CHECK(positions_of(*sequences, 0, "zorg").empty());

    const auto columns = read_columns(path / columns_name);
    REQUIRE(columns);
    CHECK(columns->documents() == 2);
    CHECK(columns->facets[0].of(0).empty());
    CHECK(columns->facets[0].of(1).size() == 2);
    CHECK(columns->facets[7].values.at(0).label == "Een club");
    CHECK(columns->dates == std::vector<std::uint32_t>{0, 20150529});
    CHECK(columns->lengths[0] == std::vector<std::uint32_t>{1, 1});
    CHECK(columns->lengths[2] == std::vector<std::uint32_t>{0, 3});
    CHECK(columns->title_keys == std::vector<std::string>{"welzijn", "zorg"});

    const auto records = BlockFile::open(path / records_name);
    REQUIRE(records);
    CHECK(decode_record(records->read(1).value())->note == "opmerking");

    const auto texts = TextStore::open(path);
    REQUIRE(texts);
    CHECK(texts->blocks_of(0) == 0);
    CHECK(texts->read(1, 0)->text == "zorg voor zorg");
    CHECK(texts->read(1, 0)->page == 3);
}

TEST_CASE("a term has one posting a document, which tells how often each field has it") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "seg-0000";
    written(path, {document_of_words("eerste", {"welzijn", "", "", "", ""}), sample_document()});
    const Xapian::Database database((path / postings_name).string());
    REQUIRE(database.get_termfreq("zorg") == 1);
    const FieldCounts counts(database.postlist_begin("zorg").get_wdf());
    CHECK(counts.of(FieldId::title) == 1);
    CHECK(counts.of(FieldId::abstract) == 0);
    CHECK(counts.of(FieldId::body) == 2);
    CHECK(counts.of(FieldId::subjects) == 0);
    CHECK(counts.of(FieldId::names) == 0);
    CHECK(FieldCounts(database.postlist_begin("jeugd").get_wdf()).of(FieldId::subjects) == 1);
    CHECK(FieldCounts(database.postlist_begin("movisie").get_wdf()).of(FieldId::names) == 1);
    CHECK(FieldCounts(database.postlist_begin("voor").get_wdf()).is_body_only());
    CHECK(database.get_termfreq("Szorg") == 0);  // no field has terms of its own
}

TEST_CASE("a count stops at what its field has room for, and leaves the others alone") {
    const TemporaryFolder folder;
    std::string body;
    for (int i = 0; i < 100; ++i) body += "zorg ";
    written(folder.path() / "seg", {document_of_words("p", {"zorg zorg zorg zorg zorg", "", body, "", "zorg"})});
    const Xapian::Database database((folder.path() / "seg" / postings_name).string());
    const FieldCounts counts(database.postlist_begin("zorg").get_wdf());
    CHECK(counts.of(FieldId::title) == 3);
    CHECK(counts.of(FieldId::abstract) == 0);
    CHECK(counts.of(FieldId::body) == 31);
    CHECK(counts.of(FieldId::names) == 1);
}

TEST_CASE("a segment says how much it holds and describes its files") {
    const TemporaryFolder folder;
    auto writer = SegmentWriter::create(folder.path() / "seg-0000", 500);
    REQUIRE(writer);
    REQUIRE(writer->add(sample_document()));
    REQUIRE(writer->add(sample_document()));
    CHECK(writer->products() == 2);
    CHECK(writer->words() == 12);
    const auto segment = writer->finish();
    REQUIRE(segment);
    CHECK(segment->name == "seg-0000");
    CHECK(segment->products == 2);
    std::vector<std::string> names;
    for (const ManifestFile& file : segment->files) names.push_back(file.name);
    CHECK(names == std::vector<std::string>{"columns.bin", "postings.glass", "records.blocks", "terms.blocks",
                                            "terms.table", "texts.blocks", "texts.table"});
}

TEST_CASE("flushing in between changes nothing that is read") {
    const TemporaryFolder folder;
    std::vector<IndexDocument> documents;
    for (int i = 0; i < 25; ++i)
        documents.push_back(
            document_of_words("p" + std::to_string(i), {"zorg", "", i % 2 == 0 ? "jeugd zorg" : "", "", ""}));
    for (const int per_flush : {1, 7, 500}) {
        const auto path = folder.path() / ("flush" + std::to_string(per_flush));
        CHECK(written(path, documents, per_flush).products == 25);
        const Xapian::Database database((path / postings_name).string());
        CHECK(database.get_doccount() == 25);
        CHECK(database.get_termfreq("zorg") == 25);
        CHECK(database.get_termfreq("jeugd") == 13);
        for (Xapian::docid i = 1; i <= 25; ++i)
            CHECK(*database.postlist_begin(id_term("p" + std::to_string(i - 1))) == i);
    }
}

TEST_CASE("a segment without products is possible") {
    const TemporaryFolder folder;
    CHECK(written(folder.path() / "leeg", {}).products == 0);
}

TEST_CASE("a segment that cannot be written is an error") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "bestand") << "x";
    const auto writer = SegmentWriter::create(folder.path() / "bestand" / "seg-0000", 500);
    REQUIRE_FALSE(writer);
    CHECK(writer.error().code == ErrorCode::io);
}

}  // namespace schakel
