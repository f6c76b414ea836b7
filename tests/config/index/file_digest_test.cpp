#include "config/index/file_digest.hpp"

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>
#include <xxhash.h>

#include "tests/config/index/damaged_copy.hpp"
#include "tests/paths.hpp"

using namespace schakel;

TEST_CASE("a digest is that of all bytes, whatever pieces the file is read in") {
    const TemporaryFolder folder;
    for (const std::size_t size : {0u, 1u, 262'143u, 262'144u, 262'145u, 1'000'003u}) {
        std::string bytes(size, 'a');
        for (std::size_t i = 0; i < size; i += 7) bytes[i] = static_cast<char>(i % 251);
        const auto file = folder.path() / "bestand";
        write_bytes(file, bytes);
        for (const std::uint64_t seed : {0u, 17u}) {
            const auto digest = digest_of(file, seed);
            REQUIRE(digest);
            CHECK(digest->size == size);
            CHECK(digest->xxh3 == XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed));
        }
    }
}

TEST_CASE("what cannot be read has no digest, and the error says why") {
    const TemporaryFolder folder;
    CHECK(digest_of(folder.path() / "weg").error().code == ErrorCode::not_found);
    const auto refused = digest_of(folder.path());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::unreadable);
    CHECK(refused.error().message.nl.find(folder.path().string()) == 0);
}
