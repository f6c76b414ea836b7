#include "indexer/build.hpp"

#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "config/index/block_file.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/manifest.hpp"
#include "config/index/postings.hpp"
#include "config/index/stored_record.hpp"
#include "indexer/write_lock.hpp"
#include "tests/indexer/source_folder.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

std::string numbered_records(int count) {
    std::string lines;
    for (int i = 0; i < count; ++i)
        lines += fmt::format(
            R"({{"id":"p{0}","titel":"Product {0}","tekst":"Over zorg en wijk {1}","themas":["eenzaamheid"]}})"
            "\n",
            i, i % 7);
    return lines;
}

IndexManifest live_manifest(const std::filesystem::path& index) {
    const IndexFolder folder(index);
    return read_manifest(folder.path_of(folder.live().value())).value();
}

/// The ids in a segment, in its order.
std::vector<std::string> ids_of(const std::filesystem::path& segment) {
    const auto records = BlockFile::open(segment / records_name);
    REQUIRE(records);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < records->size(); ++i) ids.push_back(decode_record(records->read(i).value())->id);
    return ids;
}

std::multiset<std::string> all_ids(const std::filesystem::path& index) {
    const IndexFolder folder(index);
    const std::filesystem::path generation = folder.path_of(folder.live().value());
    std::multiset<std::string> ids;
    for (const ManifestSegment& segment : live_manifest(index).segments)
        for (const std::string& id : ids_of(generation / segment.name)) ids.insert(id);
    return ids;
}

}  // namespace

TEST_CASE("a build publishes everything that can be read and reports the rest") {
    const SourceFolder source;
    const TemporaryFolder index;
    source.write("a.jsonl", numbered_records(3) + R"({"id":"fout","titel":"Fout","themas":["bestaat niet"]})"
                                                  "\n");
    RunReport report;
    REQUIRE(build({.sources = source.sources(), .index = index.path()}, sample_installation(), report));
    CHECK(report.generation == 1U);
    CHECK(report.records == 4);
    CHECK(report.products == 3);
    CHECK(report.words > 0);
    CHECK(report.skipped.size() == 1);
    CHECK(report.seconds > 0);
    const IndexManifest manifest = live_manifest(index.path());
    CHECK(manifest.products == 3);
    CHECK(manifest.words == report.words);
    CHECK(check_compatible(manifest, sample_installation().identity()));
    CHECK(manifest.built_at.size() == 20);
    CHECK(manifest.built_at.ends_with("Z"));
    CHECK(all_ids(index.path()) == std::multiset<std::string>{"p0", "p1", "p2"});
}

TEST_CASE("any number of threads indexes the same products") {
    const SourceFolder source;
    source.write("a.jsonl", numbered_records(700));
    std::multiset<std::string> expected;
    for (int i = 0; i < 700; ++i) expected.insert(fmt::format("p{}", i));
    for (const int threads : {1, 2, 5}) {
        INFO(threads << " threads");
        const TemporaryFolder index;
        RunReport report;
        REQUIRE(build({.sources = source.sources(), .index = index.path(), .threads = threads}, sample_installation(),
                      report));
        CHECK(report.products == 700);
        CHECK(live_manifest(index.path()).segments.size() == static_cast<std::size_t>(std::min(threads, 3)));
        CHECK(all_ids(index.path()) == expected);
    }
}

TEST_CASE("the same source and number of threads give the same files") {
    const SourceFolder source;
    source.write("a.jsonl", numbered_records(600));
    const TemporaryFolder index;  // one for both: the records hold since when they are as they are
    std::vector<std::string> first;
    for (int run = 0; run < 2; ++run) {
        RunReport report;
        REQUIRE(
            build({.sources = source.sources(), .index = index.path(), .threads = 2}, sample_installation(), report));
        std::vector<std::string> hashes;
        for (const ManifestSegment& segment : live_manifest(index.path()).segments)
            for (const ManifestFile& file : segment.files)
                if (file.name != postings_name)
                    hashes.push_back(segment.name.substr(segment.name.rfind('-')) + '/' + file.name + ' ' + file.xxh3);
        if (run == 0) first = hashes;
        CHECK(hashes == first);
    }
}

TEST_CASE("a build from which nothing comes leaves the live index alone") {
    const SourceFolder source;
    const SourceFolder empty;
    const TemporaryFolder index;
    source.write("a.jsonl", numbered_records(2));
    RunReport report;
    REQUIRE(build({.sources = source.sources(), .index = index.path()}, sample_installation(), report));
    RunReport second;
    const auto built =
        build({.sources = empty.sources(), .index = index.path(), .force = true}, sample_installation(), second);
    REQUIRE_FALSE(built);
    CHECK(built.error().code == ErrorCode::verification_failed);
    CHECK(second.skipped.size() == 1);  // the empty source
    CHECK_FALSE(second.generation);
    CHECK(IndexFolder(index.path()).live() == 1U);
}

TEST_CASE("a build of much less than before needs to be forced") {
    const SourceFolder source;
    const TemporaryFolder index;
    source.write("a.jsonl", numbered_records(10));
    RunReport report;
    REQUIRE(build({.sources = source.sources(), .index = index.path()}, sample_installation(), report));
    source.write("a.jsonl", numbered_records(2));
    CHECK(build({.sources = source.sources(), .index = index.path()}, sample_installation(), report).error().code ==
          ErrorCode::verification_failed);
    CHECK(live_manifest(index.path()).products == 10);
    CHECK(build({.sources = source.sources(), .index = index.path(), .force = true}, sample_installation(), report));
    CHECK(live_manifest(index.path()).products == 2);
}

TEST_CASE("a build beside another writer is refused before it reads anything") {
    const SourceFolder source;
    const TemporaryFolder index;
    source.write("a.jsonl", numbered_records(2));
    const auto lock = WriteLock::acquire(index.path());
    REQUIRE(lock);
    RunReport report;
    const auto built = build({.sources = source.sources(), .index = index.path()}, sample_installation(), report);
    REQUIRE_FALSE(built);
    CHECK(built.error().code == ErrorCode::index_locked);
    CHECK(report.records == 0);
}

}  // namespace schakel
