#include "indexer/segment_writer.hpp"

#include <fstream>

#include <catch2/catch.hpp>
#include <xapian.h>

#include "config/index/block_file.hpp"
#include "config/index/columns.hpp"
#include "config/index/posting_list.hpp"
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
                        std::size_t most_postings = 1000) {
    auto writer = SegmentWriter::create(folder, most_postings);
    REQUIRE(writer);
    for (const IndexDocument& document : documents) REQUIRE(writer->add(document));
    auto segment = writer->finish();
    REQUIRE(segment);
    return *segment;
}

/// The list of a term, as the engine reads it.
PostingList list_of(const std::filesystem::path& segment, const std::string& term) {
    const Xapian::Database database((segment / postings_name).string());
    return {database.get_metadata(term), database.get_doccount()};
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
    CHECK(list_of(path, "welzijn").document() == 0);
    CHECK(list_of(path, "zorg").document() == 1);
    CHECK(list_of(path, "onbekend").at_end());

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
    REQUIRE(TermSequences::open(path)->documents_with("zorg") == 1);
    const FieldCounts counts = list_of(path, "zorg").counts();
    CHECK(counts.of(FieldId::title) == 1);
    CHECK(counts.of(FieldId::abstract) == 0);
    CHECK(counts.of(FieldId::body) == 2);
    CHECK(counts.of(FieldId::subjects) == 0);
    CHECK(counts.of(FieldId::names) == 0);
    CHECK(list_of(path, "jeugd").counts().of(FieldId::subjects) == 1);
    CHECK(list_of(path, "movisie").counts().of(FieldId::names) == 1);
    CHECK(list_of(path, "voor").counts().is_body_only());
    CHECK(list_of(path, "Szorg").at_end());  // no field has terms of its own
}

TEST_CASE("a count stops at what its field has room for, and leaves the others alone") {
    const TemporaryFolder folder;
    std::string body;
    for (int i = 0; i < 100; ++i) body += "zorg ";
    written(folder.path() / "seg", {document_of_words("p", {"zorg zorg zorg zorg zorg", "", body, "", "zorg"})});
    const FieldCounts counts = list_of(folder.path() / "seg", "zorg").counts();
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

TEST_CASE("writing runs in between changes no byte of the postings") {
    const TemporaryFolder folder;
    std::vector<IndexDocument> documents;
    for (int i = 0; i < 25; ++i)
        documents.push_back(
            document_of_words("p" + std::to_string(i), {"zorg", "", i % 2 == 0 ? "jeugd zorg" : "", "", ""}));
    for (const std::size_t most_postings : {1U, 7U, 1000U}) {
        const auto path = folder.path() / ("runs" + std::to_string(most_postings));
        CHECK(written(path, documents, most_postings).products == 25);
        const Xapian::Database database((path / postings_name).string());
        CHECK(database.get_doccount() == 25);
        const auto sequences = TermSequences::open(path);
        REQUIRE(sequences);
        CHECK(sequences->documents_with("zorg") == 25);
        CHECK(sequences->documents_with("jeugd") == 13);
        CHECK(database.get_metadata("jeugd") ==
              Xapian::Database((folder.path() / "runs1" / postings_name).string()).get_metadata("jeugd"));
        for (Xapian::docid i = 1; i <= 25; ++i)
            CHECK(*database.postlist_begin(id_term("p" + std::to_string(i - 1))) == i);
        CHECK_FALSE(std::filesystem::exists(path / "postings.runs"));
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
