#include "searchd/engine/serving/live_index.hpp"

#include <chrono>
#include <fstream>

#include <catch2/catch.hpp>

#include "indexer/generation_writer.hpp"
#include "indexer/segment_writer.hpp"
#include "tests/sample_index.hpp"
#include "tests/searchd/engine/publish_without.hpp"

namespace schakel {
namespace {

namespace fs = std::filesystem;

Installation impatient() {
    Installation installation = sample_installation();
    installation.settings.server.generation_poll_milliseconds = 5;
    installation.settings.server.searches = 2;
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

/// Waits at most five seconds.
template <class Condition>
bool comes_true(Condition&& condition) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

bool taken_up(const LiveIndex& live, std::uint32_t generation) {
    return comes_true([&] { return live.searcher().value()->snapshot().generation() == generation; });
}

/// How many products are found when nothing is asked.
std::uint64_t shown(const LiveIndex& live) { return live.searcher().value()->search({})->total; }

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

TEST_CASE("what is put on the blocklist is gone at once, and comes back when it is taken off") {
    const Installation installation = impatient();
    const SampleIndex index({{document_of_words("a", {"zorg"}), document_of_words("b", {"zorg"})}});
    const fs::path root = index.folder().root();
    const auto live = LiveIndex::open(root, installation);
    REQUIRE(live);
    const std::vector<std::string> ids{"a"};
    REQUIRE(add_to_blocklist(root, ids, "proef"));
    REQUIRE(comes_true([&] { return shown(**live) == 1; }));
    CHECK_FALSE((*live)->searcher().value()->find("a")->has_value());
    CHECK(publish(index.folder(), 4) == 2);  // p0 to p3
    REQUIRE(taken_up(**live, 2));
    const std::vector<std::string> others{"p0", "p3"};
    REQUIRE(add_to_blocklist(root, others, "proef"));
    REQUIRE(comes_true([&] { return shown(**live) == 2; }));
    REQUIRE(index.folder().make_live(1));  // rolled back
    REQUIRE(taken_up(**live, 1));
    CHECK(shown(**live) == 1);
    REQUIRE(remove_from_blocklist(root, ids));
    CHECK(comes_true([&] { return shown(**live) == 2; }));
}

TEST_CASE("a blocklist that is damaged later changes nothing, at the start it is fatal") {
    const Installation installation = impatient();
    const SampleIndex index({{document_of_words("a", {"zorg"}), document_of_words("b", {"zorg"})}});
    const fs::path root = index.folder().root();
    const std::vector<std::string> ids{"a"};
    REQUIRE(add_to_blocklist(root, ids, "proef"));
    const auto live = LiveIndex::open(root, installation);
    REQUIRE(live);
    CHECK(shown(**live) == 1);
    std::ofstream(root / "kapot") << "kapot\n";
    fs::rename(root / "kapot", root / blocklist_name);  // in one step: an empty list would be a good one
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    CHECK(shown(**live) == 1);
    CHECK(publish(index.folder(), 3) == 2);
    REQUIRE(taken_up(**live, 2));
    CHECK(LiveIndex::open(root, installation).error().code == ErrorCode::index_corrupt);
    fs::remove(root / blocklist_name);
    REQUIRE(index.folder().make_live(1));
    CHECK(comes_true([&] { return shown(**live) == 2; }));
}

TEST_CASE("a generation that only deletes is taken up without reading its segments again") {
    const Installation installation = impatient();
    const SampleIndex index({{document_of_words("a", {"zorg"}), document_of_words("b", {"zorg"})}});
    const auto live = LiveIndex::open(index.folder().root(), installation);
    REQUIRE(live);
    const Segment* before = (*live)->searcher().value()->snapshot().segments().front().files.get();
    const std::uint32_t generation = publish_without(index.folder(), {0});
    REQUIRE(taken_up(**live, generation));
    CHECK((*live)->searcher().value()->snapshot().segments().front().files.get() == before);
    CHECK(shown(**live) == 1);
}

TEST_CASE("without an index there is nothing to serve") {
    const TemporaryFolder folder;
    CHECK(LiveIndex::open(folder.path(), sample_installation()).error().code == ErrorCode::index_missing);
}

}  // namespace schakel
