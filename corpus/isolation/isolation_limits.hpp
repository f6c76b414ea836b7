#pragma once

#include <cstdint>

namespace schakel {

/// What reading one file may cost before it is stopped.
struct IsolationLimits {
    int cpu_seconds = 60;
    int wall_seconds = 120;  // waiting for the receiver of the records not counted
    std::uint64_t memory_bytes = std::uint64_t{1} << 30U;
    std::uint64_t output_bytes = std::uint64_t{512} << 20U;  // of all records of the file together
};

/// For an archive, which holds many files.
inline constexpr IsolationLimits limits_of_archives{
    .cpu_seconds = 600, .wall_seconds = 1200, .output_bytes = std::uint64_t{4} << 30U};

}  // namespace schakel
