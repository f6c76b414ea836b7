#include "searchd/engine/index/index_snapshot.hpp"

#include <set>

#include <catch2/catch.hpp>

#include "config/index/postings.hpp"
#include "tests/searchd/engine/small_corpus.hpp"

namespace schakel {
namespace {

namespace fs = std::filesystem;

std::set<std::string> codes_of(const IndexSnapshot& snapshot, std::size_t column, DocumentId document) {
    std::set<std::string> codes;
    for (const Ordinal ordinal : snapshot.facet(column).of(document))
        codes.insert(snapshot.facet(column).values[ordinal].code);
    return codes;
}

ErrorCode refusal(const IndexFolder& folder, const Installation& installation = sample_installation()) {
    const auto snapshot = IndexSnapshot::open(folder, 1, installation);
    REQUIRE_FALSE(snapshot);
    return snapshot.error().code;
}

}  // namespace

TEST_CASE("all segments lie behind each other in one space of numbers") {
    for (const IndexedCorpus& corpus : indexed_corpora()) {
        const IndexSnapshot& snapshot = corpus.index.snapshot();
        REQUIRE(snapshot.documents() == corpus.documents.size());
        DocumentId next = 0;
        for (const SnapshotSegment& segment : snapshot.segments()) {
            CHECK(segment.first == next);
            next += segment.count;
        }
        CHECK(next == snapshot.documents());
        for (DocumentId d = 0; d < snapshot.documents(); ++d) {
            const SnapshotSegment& segment = snapshot.segment_of(d);
            REQUIRE(segment.first <= d);
            REQUIRE(d < segment.first + segment.count);
            const auto record = decode_record(segment.files->records.read(d - segment.first).value());
            REQUIRE(record->id == corpus.documents[d].record.id);
            for (std::size_t column = 0; column < facet_count; ++column) {
                std::set<std::string> expected;
                for (const ColumnValue& value : corpus.documents[d].facets[column]) expected.insert(value.code);
                REQUIRE(codes_of(snapshot, column, d) == expected);
            }
        }
    }
}

TEST_CASE("weights and ranks do not depend on the segments") {
    const auto documents = small_corpus(7, 30);
    const OpenIndex whole({documents});
    const OpenIndex pieces(in_segments(documents, 7));
    for (std::size_t i = 0; i < text_field_count; ++i)
        CHECK(pieces.snapshot().occurrence_weights(i) == whole.snapshot().occurrence_weights(i));
    CHECK(pieces.snapshot().date_rank() == whole.snapshot().date_rank());
    CHECK(pieces.snapshot().title_rank() == whole.snapshot().title_rank());
}

TEST_CASE("values have one number in all segments") {
    IndexDocument a = document_of_words("a", {"zorg"});
    IndexDocument b = document_of_words("b", {"zorg"});
    a.facets[0] = {{"eenzaamheid", ""}};
    b.facets[0] = {{"mantelzorg", ""}, {"eenzaamheid", ""}};
    const OpenIndex index({{a}, {b}});
    CHECK(index.snapshot().facet(0).values.size() == 2);
    CHECK(index.snapshot().ordinal(0, "eenzaamheid") == Ordinal{0});
    CHECK(index.snapshot().ordinal(0, "mantelzorg") == Ordinal{1});
    CHECK_FALSE(index.snapshot().ordinal(0, "jeugd"));
    CHECK_FALSE(index.snapshot().ordinal(1, "eenzaamheid"));
}

TEST_CASE("an index that is not whole or not ours is refused") {
    const SampleIndex index({{document_of_words("a", {"zorg"})}});
    const fs::path generation = index.folder().path_of(1);
    REQUIRE(IndexSnapshot::open(index.folder(), 1, sample_installation()));
    SECTION("no such generation") {
        CHECK(IndexSnapshot::open(index.folder(), 2, sample_installation()).error().code == ErrorCode::index_missing);
    }
    SECTION("made with other stop words") {
        Installation other = sample_installation();
        other.language.version = "anders";
        CHECK(refusal(index.folder(), other) == ErrorCode::index_mismatch);
    }
    SECTION("made with other vocabularies") {
        Installation other = sample_installation();
        other.vocabularies.version = "anders";
        CHECK(refusal(index.folder(), other) == ErrorCode::index_mismatch);
    }
    SECTION("a file of another size") {
        fs::resize_file(generation / "seg-000001-00" / columns_name, 10);
        CHECK(refusal(index.folder()) == ErrorCode::index_corrupt);
    }
    SECTION("a file that is gone") {
        fs::remove(generation / "seg-000001-00" / records_name);
        CHECK(refusal(index.folder()) == ErrorCode::index_corrupt);
    }
    SECTION("files of two segments mixed up") {
        const SampleIndex other({{document_of_words("a", {"zorg"}), document_of_words("b", {"zorg"})}});
        const fs::path segment = other.folder().path_of(1) / "seg-000001-00";
        fs::copy_file(segment / columns_name, generation / "seg-000001-00" / columns_name,
                      fs::copy_options::overwrite_existing);
        IndexManifest manifest = read_manifest(generation).value();
        manifest.segments = {describe_segment(generation / "seg-000001-00", 1).value()};
        REQUIRE(write_manifest(generation, manifest));
        CHECK(refusal(index.folder()) == ErrorCode::index_corrupt);
    }
}

}  // namespace schakel
