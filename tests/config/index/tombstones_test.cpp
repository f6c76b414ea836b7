#include "config/index/tombstones.hpp"

#include <set>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "tests/config/index/damaged_copy.hpp"
#include "tests/paths.hpp"

namespace schakel {
namespace {

ManifestSegment segment_of(std::uint64_t products) { return {"seg-0000", products, {}, 0, ""}; }

DeletedDocuments without(std::size_t documents, const std::set<std::size_t>& gone) {
    DeletedDocuments deleted(documents);
    for (const std::size_t document : gone) deleted.set(document);
    return deleted;
}

ErrorCode refusal(const std::filesystem::path& generation, const ManifestSegment& segment) {
    const auto deleted = read_tombstones(generation, segment);
    REQUIRE_FALSE(deleted);
    return deleted.error().code;
}

}  // namespace

TEST_CASE("nothing is deleted until someone does") {
    const DeletedDocuments none(100);
    CHECK(none.size() == 100);
    CHECK(none.count() == 0);
    CHECK_FALSE(none.contains(0));
    CHECK_FALSE(none.contains(1000));
    CHECK(DeletedDocuments().size() == 0);
}

TEST_CASE("what is deleted comes back from the file") {
    rc::prop("for any documents of a segment of any size", [] {
        const auto documents = *rc::gen::inRange<std::size_t>(1, 300);
        const auto gone = *rc::gen::container<std::set<std::size_t>>(rc::gen::inRange<std::size_t>(0, documents));
        const TemporaryFolder generation;
        ManifestSegment segment = segment_of(documents);
        RC_ASSERT(write_tombstones(generation.path(), segment, without(documents, gone)).has_value());
        RC_ASSERT(segment.deleted == gone.size());
        RC_ASSERT(segment.tombstones.empty() == gone.empty());
        const auto deleted = read_tombstones(generation.path(), segment);
        RC_ASSERT(deleted.has_value());
        RC_ASSERT(deleted->size() == documents);
        RC_ASSERT(deleted->count() == gone.size());
        for (std::size_t document = 0; document < documents + 70; ++document)
            RC_ASSERT(deleted->contains(document) == gone.contains(document));
    });
}

TEST_CASE("a segment without deleted documents has no file") {
    const TemporaryFolder generation;
    ManifestSegment segment = segment_of(5);
    REQUIRE(write_tombstones(generation.path(), segment, DeletedDocuments(5)));
    CHECK(std::filesystem::is_empty(generation.path()));
    CHECK(read_tombstones(generation.path(), segment)->count() == 0);
}

TEST_CASE("tombstones are never half believed") {
    const TemporaryFolder generation;
    ManifestSegment segment = segment_of(200);
    REQUIRE(write_tombstones(generation.path(), segment, without(200, {0, 63, 64, 199})));
    const auto file = generation.path() / tombstones_name("seg-0000");
    CHECK(file.filename() == "tombstones-seg-0000.bin");
    REQUIRE(read_tombstones(generation.path(), segment));
    SECTION("cut off anywhere") {
        for_each_truncation(file, [&](std::size_t size) {
            INFO(size);
            CHECK(refusal(generation.path(), segment) == ErrorCode::index_corrupt);
        });
    }
    SECTION("any byte changed") {
        for_each_changed_byte(file, [&](std::size_t at) {
            INFO(at);
            CHECK(refusal(generation.path(), segment) == ErrorCode::index_corrupt);
        });
    }
    SECTION("bits behind the last document, with a hash that fits") {
        std::string bytes = bytes_of(file);
        bytes.back() = '\x80';
        write_bytes(file, bytes);
        segment.tombstones = contents_hash(bytes);
        CHECK(refusal(generation.path(), segment) == ErrorCode::index_corrupt);
    }
    SECTION("gone, while the manifest counts on them") {
        std::filesystem::remove(file);
        CHECK(refusal(generation.path(), segment) == ErrorCode::index_corrupt);
    }
    SECTION("there, while the manifest knows of none") {
        CHECK(refusal(generation.path(), segment_of(200)) == ErrorCode::index_corrupt);
    }
    SECTION("of a segment of another size") {
        segment.products = 201;
        CHECK(refusal(generation.path(), segment) == ErrorCode::index_corrupt);
        segment.products = ~std::uint64_t{0};  // a manifest can hold anything
        CHECK(refusal(generation.path(), segment) == ErrorCode::index_corrupt);
    }
    SECTION("with another count than the manifest says") {
        segment.deleted = 3;
        CHECK(refusal(generation.path(), segment) == ErrorCode::index_corrupt);
    }
}

TEST_CASE("a segment of any claimed size costs nothing until documents of it are deleted") {
    const TemporaryFolder generation;
    CHECK(read_tombstones(generation.path(), segment_of(~std::uint64_t{0}))->count() == 0);
}

}  // namespace schakel
