#pragma once

#include <cstdint>
#include <filesystem>

#include "config/error.hpp"

namespace schakel {

/// What tells a file from another.
struct FileDigest {
    std::uint64_t size = 0;  // bytes
    std::uint64_t xxh3 = 0;  // XXH3, 64 bits; not meant against a forger
};

/// Reads the whole file a piece at a time: one of gigabytes takes no more memory than a small one. `seed` makes another hash of
/// the same bytes. Errors: not_found, unreadable. Safe from any thread.
Result<FileDigest> digest_of(const std::filesystem::path& file, std::uint64_t seed = 0);

}  // namespace schakel
