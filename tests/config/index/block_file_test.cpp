#include "config/index/block_file.hpp"

#include <thread>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "tests/config/index/damaged_copy.hpp"
#include "tests/paths.hpp"
#include "tests/properties.hpp"

namespace schakel {
namespace {

using Blocks = std::vector<std::string>;

void write_blocks(const std::filesystem::path& file, const Blocks& blocks) {
    BlockFileWriter writer(file);
    for (const std::string& block : blocks) REQUIRE(writer.add(block));
    REQUIRE(writer.finish());
}

Blocks all_blocks(const BlockFile& file) {
    Blocks blocks;
    for (std::size_t i = 0; i < file.size(); ++i) blocks.push_back(file.read(i).value());
    return blocks;
}

/// Enough of a kind for a dictionary to be trained.
Blocks alike_blocks() {
    Blocks blocks;
    for (int i = 0; i < 400; ++i)
        blocks.push_back(
            fmt::format("Het sociale wijkteam van gemeente {} sprak in {} met {} inwoners over mantelzorg.",
                        i * 7919 % 342, 2000 + i % 20, i * 31 % 997));
    return blocks;
}

/// Opening refuses, or every read gives text or index_corrupt. Never a crash.
void check_harmless(const std::filesystem::path& file) {
    const auto opened = BlockFile::open(file);
    if (!opened) {
        CHECK(opened.error().code == ErrorCode::index_corrupt);
        return;
    }
    for (std::size_t i = 0; i < opened->size(); ++i)
        if (const auto block = opened->read(i); !block) CHECK(block.error().code == ErrorCode::index_corrupt);
}

}  // namespace

TEST_CASE("blocks come back byte for byte") {
    const TemporaryFolder folder;
    few_times("whatever bytes they hold", 30, [&](const Blocks& blocks) {
        write_blocks(folder.path() / "b", blocks);
        const auto file = BlockFile::open(folder.path() / "b");
        RC_ASSERT(file.has_value());
        RC_ASSERT(all_blocks(*file) == blocks);
    });
}

TEST_CASE("blocks come back with a dictionary, which makes the file smaller") {
    const TemporaryFolder folder;
    const Blocks blocks = alike_blocks();
    write_blocks(folder.path() / "trained", blocks);
    const auto file = BlockFile::open(folder.path() / "trained");
    REQUIRE(file);
    CHECK(all_blocks(*file) == blocks);
    std::uintmax_t apart = 0;  // of every twentieth block, each in a file of its own
    for (std::size_t number = 0; number < blocks.size(); number += 20) {
        write_blocks(folder.path() / "single", {blocks[number]});
        apart += std::filesystem::file_size(folder.path() / "single");
    }
    CHECK(std::filesystem::file_size(folder.path() / "trained") < apart * 20);
}

TEST_CASE("blocks after the first four megabytes are written as they come") {
    const TemporaryFolder folder;
    Blocks blocks;
    for (std::size_t i = 0; i < 60; ++i) {
        std::string block = fmt::format("{} ", i);
        while (block.size() < 100'000) block += static_cast<char>('a' + block.size() * (i + 3) % 23);
        blocks.push_back(block);
    }
    write_blocks(folder.path() / "b", blocks);
    const auto file = BlockFile::open(folder.path() / "b");
    REQUIRE(file);
    CHECK(all_blocks(*file) == blocks);
}

TEST_CASE("blocks that are kept as they are stand between the others, where they were added") {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / "mixed";
    const Blocks blocks = alike_blocks();
    const std::string large = "MARK" + std::string(5u << 20, 'x');
    BlockFileWriter writer(path);
    REQUIRE(writer.add_as_is("MARK first"));
    for (const std::string& block : blocks) {
        REQUIRE(writer.add(block));
        REQUIRE(writer.add_as_is("MARK" + block));
    }
    REQUIRE(writer.add_as_is(large));
    REQUIRE(writer.add(blocks.front()));
    REQUIRE(writer.add_as_is("MARK last"));
    REQUIRE(writer.finish());
    const auto file = BlockFile::open(path);
    REQUIRE(file);
    REQUIRE(file->size() == 2 * blocks.size() + 4);
    CHECK(file->bytes_of(0) == "MARK first");
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        CHECK(file->read(2 * i + 1).value() == blocks[i]);
        CHECK(file->bytes_of(2 * i + 2) == "MARK" + blocks[i]);
    }
    CHECK(file->bytes_of(2 * blocks.size() + 1) == large);
    CHECK(file->read(2 * blocks.size() + 2).value() == blocks.front());
    CHECK(file->bytes_of(2 * blocks.size() + 3) == "MARK last");
    CHECK(file->read(0).error().code == ErrorCode::index_corrupt);
}

TEST_CASE("a file without blocks and blocks without text are fine") {
    const TemporaryFolder folder;
    write_blocks(folder.path() / "none", {});
    CHECK(BlockFile::open(folder.path() / "none")->size() == 0);
    const Blocks empty(150);
    write_blocks(folder.path() / "empty", empty);
    CHECK(all_blocks(*BlockFile::open(folder.path() / "empty")) == empty);
}

TEST_CASE("a truncated block file is refused wherever it was cut") {
    const TemporaryFolder folder;
    for (const Blocks& blocks : {Blocks{"een", "", "drie"}, alike_blocks()}) {
        const auto path = folder.path() / "b";
        write_blocks(path, blocks);
        for_each_truncation(path, [&](std::size_t size) {
            INFO(size << " bytes left");
            const auto opened = BlockFile::open(path);
            REQUIRE_FALSE(opened);
            CHECK(opened.error().code == ErrorCode::index_corrupt);
        });
        CHECK(BlockFile::open(path));
    }
}

TEST_CASE("a changed byte in a block file never crashes") {
    const TemporaryFolder folder;
    for (const Blocks& blocks : {Blocks{"een", "", "drie"}, alike_blocks()}) {
        const auto path = folder.path() / "b";
        write_blocks(path, blocks);
        for_each_changed_byte(path, [&](std::size_t at) {
            INFO("byte " << at);
            check_harmless(path);
        });
    }
}

TEST_CASE("random bytes are no block file") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "b";
    rc::prop("with or without the mark at the end", [&](std::string bytes, bool marked) {
        write_bytes(path, marked ? bytes + "SKBLOCK1" : bytes);
        check_harmless(path);
    });
}

TEST_CASE("a missing block file is not found") {
    const TemporaryFolder folder;
    CHECK(BlockFile::open(folder.path() / "b").error().code == ErrorCode::not_found);
    BlockFileWriter writer(folder.path() / "weg" / "b");
    CHECK(writer.add("x").error().code == ErrorCode::io);
}

TEST_CASE("threads read one block file at the same time") {
    const TemporaryFolder folder;
    const Blocks blocks = alike_blocks();
    write_blocks(folder.path() / "b", blocks);
    const auto file = BlockFile::open(folder.path() / "b");
    REQUIRE(file);
    std::vector<Blocks> found(3);
    std::vector<std::thread> threads;
    for (Blocks& mine : found) threads.emplace_back([&] { mine = all_blocks(*file); });
    for (std::thread& thread : threads) thread.join();
    for (const Blocks& mine : found) CHECK(mine == blocks);
}

}  // namespace schakel
