#include "searchd/engine/live_index.hpp"

#include <chrono>

#include <catch2/catch.hpp>

#include "indexer/generation_writer.hpp"
#include "indexer/segment_writer.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

Installation impatient() {
    Installation installation = sample_installation();
    installation.settings.server.generation_poll_milliseconds = 5;
    return installation;
}

/// Publishes another generation of `products` products beside those of the index.
std::uint32_t publish(const IndexFolder& folder, std::size_t products) {
    auto generation = GenerationWriter::begin(folder.root());
    REQUIRE(generation);
    auto writer = SegmentWriter::create(generation->segment_folder(0), 500);
    REQUIRE(writer);
    for (std::size_t i = 0; i < products; ++i)
        REQUIRE(writer->add(document_of_words("p" + std::to_string(i), {"zorg"})));
    IndexManifest manifest = read_manifest(folder.path_of(folder.live().value())).value();
    manifest.segments = {writer->finish().value()};
    manifest.products = products;
    return generation->publish(manifest, {}).value();
}

/// Waits at most five seconds for a generation to be taken up.
bool taken_up(const LiveIndex& live, std::uint32_t generation) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (live.searcher().value()->snapshot().generation() != generation) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

}  // namespace

TEST_CASE("what is published is taken up, and a search that runs keeps what it began with") {
    const Installation installation = impatient();
    const SampleIndex index({{document_of_words("a", {"zorg"})}});
    const auto live = LiveIndex::open(index.folder().root(), installation);
    REQUIRE(live);
    const auto running = (*live)->searcher();
    REQUIRE(running);
    CHECK(publish(index.folder(), 3) == 2);
    REQUIRE(taken_up(**live, 2));
    CHECK((*running)->snapshot().generation() == 1);
    SearchRequest request;
    request.query = "zorg";
    CHECK((*running)->search(request)->total == 1);
    CHECK((*(*live)->searcher())->search(request)->total == 3);
}

TEST_CASE("a generation that cannot be opened is not taken up, the next one is") {
    const Installation installation = impatient();
    const SampleIndex index({{document_of_words("a", {"zorg"})}});
    const IndexFolder folder = index.folder();
    const auto live = LiveIndex::open(folder.root(), installation);
    REQUIRE(live);
    std::filesystem::create_directory(folder.path_of(2));  // without a manifest
    REQUIRE(folder.make_live(2));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    CHECK((*live)->searcher().value()->snapshot().generation() == 1);
    REQUIRE(folder.make_live(1));
    CHECK(publish(folder, 2) == 3);
    CHECK(taken_up(**live, 3));
}

TEST_CASE("searchers are lent and come back") {
    const Installation installation = impatient();
    const SampleIndex index({{document_of_words("a", {"zorg"})}});
    const auto live = LiveIndex::open(index.folder().root(), installation);
    REQUIRE(live);
    const Searcher* first = nullptr;
    {
        const auto lent = (*live)->searcher();
        first = &**lent;
        const auto second = (*live)->searcher();
        CHECK(&**second != first);
    }
    const auto again = (*live)->searcher();
    const auto other = (*live)->searcher();
    CHECK((&**again == first || &**other == first));
}

TEST_CASE("without an index there is nothing to serve") {
    const TemporaryFolder folder;
    CHECK(LiveIndex::open(folder.path(), sample_installation()).error().code == ErrorCode::index_missing);
}

}  // namespace schakel
