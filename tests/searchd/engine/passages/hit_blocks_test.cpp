#include "searchd/engine/passages/hit_blocks.hpp"

#include <catch2/catch.hpp>

#include "tests/paths.hpp"

namespace schakel {
namespace {

/// A document with a block for every ten words.
TextStore store_of(const std::filesystem::path& folder, std::uint32_t blocks) {
    TextStoreWriter writer(folder);
    std::vector<TextBlock> texts;
    for (std::uint32_t i = 0; i < blocks; ++i) texts.push_back({i, i * 10 + 1, "tekst"});
    REQUIRE(writer.add_document(texts));
    REQUIRE(writer.finish());
    auto store = TextStore::open(folder);
    REQUIRE(store);
    return std::move(*store);
}

/// The numbers of the blocks as they are taken, when each shows what it has.
std::vector<std::size_t> taken(const std::vector<PlacedHit>& hits, std::uint32_t count = 10) {
    const TemporaryFolder folder;
    const TextStore store = store_of(folder.path(), count);
    HitBlocks blocks(hits, store, 0, 5);
    std::vector<std::size_t> numbers;
    ClauseSet shown = 0;
    while (const auto block = blocks.take(shown)) {
        shown |= block->clauses;
        numbers.push_back(block->number);
    }
    return numbers;
}

}  // namespace

TEST_CASE("the block with the most different words comes first, then what it lacks") {
    CHECK(taken({{1, 1}, {11, 1}, {12, 2}, {21, 4}, {31, 2}}) == std::vector<std::size_t>{1, 2, 0, 3});
    CHECK(taken({{1, 1}, {11, 1}, {21, 1}}) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("words near each other come before words far apart") {
    CHECK(taken({{1, 1}, {5, 2}, {11, 1}, {12, 2}}) == std::vector<std::size_t>{1, 0});
    CHECK(taken({{1, 1}, {10, 2}, {11, 1}, {16, 2}}) == std::vector<std::size_t>{1, 0});  // nine words apart is apart
}

TEST_CASE("hits beyond the text are in its last block, and a document without text has none") {
    CHECK(taken({{900, 1}}) == std::vector<std::size_t>{9});
    CHECK(taken({{1, 1}}, 0).empty());
    CHECK(taken({}).empty());
}

TEST_CASE("of very many blocks the first of the best are kept") {
    std::vector<PlacedHit> hits;
    for (std::uint32_t i = 0; i < 1000; ++i) hits.push_back({i * 10 + 1, i == 700 ? ClauseSet{2} : ClauseSet{1}});
    const auto numbers = taken(hits, 1000);
    REQUIRE(numbers.size() == 25);
    CHECK(numbers[0] == 0);
    CHECK(numbers[1] == 700);
    CHECK(numbers[2] == 1);
    CHECK(numbers.back() == 23);
}

}  // namespace schakel
