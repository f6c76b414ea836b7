#include "indexer/generation_writer.hpp"

#include <catch2/catch.hpp>

#include "config/index/postings.hpp"
#include "indexer/segment_writer.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

namespace fs = std::filesystem;

/// Writes one segment of `products` documents into a generation in the making.
IndexManifest fill(const GenerationWriter& generation, std::uint64_t products) {
    auto writer = SegmentWriter::create(generation.segment_folder(0), 500);
    REQUIRE(writer);
    for (std::uint64_t i = 0; i < products; ++i)
        REQUIRE(writer->add(document_of_words("p" + std::to_string(i), {"zorg", "", "", "", ""})));
    IndexManifest manifest;
    manifest.segments.push_back(writer->finish().value());
    manifest.products = products;
    return manifest;
}

Result<std::uint32_t> published(const fs::path& index, std::uint64_t products, const PublishPolicy& policy = {}) {
    auto generation = GenerationWriter::begin(index);
    if (!generation) return tl::unexpected(generation.error());
    const IndexManifest manifest = fill(*generation, products);
    return generation->publish(manifest, policy);
}

std::uint64_t live_products(const fs::path& index) {
    const IndexFolder folder(index);
    return read_manifest(folder.path_of(folder.live().value()))->products;
}

}  // namespace

TEST_CASE("a generation becomes visible only when it is published") {
    const TemporaryFolder folder;
    const IndexFolder index(folder.path());
    auto generation = GenerationWriter::begin(folder.path());
    REQUIRE(generation);
    const IndexManifest manifest = fill(*generation, 3);
    CHECK(index.generations().empty());
    CHECK_FALSE(index.live());
    CHECK(generation->publish(manifest, {}) == 1U);
    CHECK(index.live() == 1U);
    CHECK(live_products(folder.path()) == 3);
    CHECK(verify_files(index.path_of(1), read_manifest(index.path_of(1)).value(), true));
    CHECK_FALSE(fs::exists(folder.path() / "building"));
}

TEST_CASE("a generation that is given up leaves nothing behind") {
    const TemporaryFolder folder;
    {
        auto generation = GenerationWriter::begin(folder.path());
        REQUIRE(generation);
        fill(*generation, 1);
        CHECK(fs::exists(generation->segment_folder(0)));
    }
    CHECK_FALSE(fs::exists(folder.path() / "building"));
}

TEST_CASE("what a killed run left half done is removed at the start of the next") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "building" / "seg-0007");
    const auto generation = GenerationWriter::begin(folder.path());
    REQUIRE(generation);
    CHECK(fs::is_empty(folder.path() / "building"));
}

TEST_CASE("only one generation is in the making") {
    const TemporaryFolder folder;
    const auto first = GenerationWriter::begin(folder.path());
    REQUIRE(first);
    const auto second = GenerationWriter::begin(folder.path());
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::index_locked);
    CHECK(fs::exists(folder.path() / "building"));  // the first's
}

TEST_CASE("a generation that fails verification leaves the live one as it is") {
    const TemporaryFolder folder;
    REQUIRE(published(folder.path(), 4));
    auto generation = GenerationWriter::begin(folder.path());
    REQUIRE(generation);
    IndexManifest manifest = fill(*generation, 4);
    ErrorCode expected = ErrorCode::verification_failed;
    SECTION("the manifest counts other products than the files") { manifest.segments[0].products = 5; }
    SECTION("nothing was indexed") {
        manifest.segments.clear();
        manifest.products = 0;
    }
    SECTION("columns are damaged") {
        fs::resize_file(generation->segment_folder(0) / columns_name, 100);
        expected = ErrorCode::index_corrupt;
    }
    SECTION("postings are damaged") {
        fs::resize_file(generation->segment_folder(0) / postings_name, 100);
        expected = ErrorCode::index_corrupt;
    }
    SECTION("records are gone") {
        fs::remove(generation->segment_folder(0) / records_name);
        expected = ErrorCode::not_found;
    }
    const auto refused = generation->publish(manifest, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == expected);
    CHECK(IndexFolder(folder.path()).live() == 1U);
    CHECK(IndexFolder(folder.path()).generations() == std::vector<std::uint32_t>{1});
    CHECK(live_products(folder.path()) == 4);
}

TEST_CASE("an index that shrinks suspiciously needs to be forced") {
    const TemporaryFolder folder;
    REQUIRE(published(folder.path(), 10));
    const auto refused = published(folder.path(), 4);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::verification_failed);
    for (const char* part : {"4", "10", "niets gepubliceerd"}) {
        INFO(part);
        CHECK(refused.error().message.nl.find(part) != std::string::npos);
    }
    CHECK(refused.error().hint.nl.find("--force") != std::string::npos);
    CHECK(live_products(folder.path()) == 10);
    SECTION("half is not suspicious") { CHECK(published(folder.path(), 5)); }
    SECTION("forced") { CHECK(published(folder.path(), 4, {.force = true})); }
    SECTION("by the share of the policy") { CHECK(published(folder.path(), 4, {.suspicious_shrink = 0.4})); }
    SECTION("a live index that cannot be read is replaced") {
        fs::remove(IndexFolder(folder.path()).path_of(1) / "manifest.json");
        CHECK(published(folder.path(), 4));
    }
}

TEST_CASE("the last generations are kept, older ones removed") {
    const TemporaryFolder folder;
    const IndexFolder index(folder.path());
    for (int i = 0; i < 4; ++i) REQUIRE(published(folder.path(), 2, {.keep_generations = 2}));
    CHECK(index.generations() == std::vector<std::uint32_t>{3, 4});
    CHECK(index.live() == 4U);
    REQUIRE(published(folder.path(), 2, {.keep_generations = 0}));  // never removes the live one
    CHECK(index.generations() == std::vector<std::uint32_t>{5});
    CHECK(index.live() == 5U);
}

}  // namespace schakel
