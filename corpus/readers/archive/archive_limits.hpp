#pragma once

#include <cstdint>

#include "corpus/file_text.hpp"

namespace schakel {

/// What may come out of an archive, archives inside it included. All sizes in bytes, unpacked.
struct ArchiveLimits {
    std::uint64_t entries = 100'000;
    std::uint64_t entry_bytes = largest_file;
    std::uint64_t total_bytes = std::uint64_t{4} << 30U;
    std::uint64_t ratio = 200;  // how many times larger an entry may become; small ones may be anything
    int depth = 2;              // archives in each other, the outermost counted
};

}  // namespace schakel
