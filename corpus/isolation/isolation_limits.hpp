#pragma once

#include <cstdint>

namespace schakel {

/// What reading one file may cost before it is stopped.
struct IsolationLimits {
    int cpu_seconds = 60;
    int wall_seconds = 120;  // waiting for the receiver of the records not counted
    std::uint64_t memory_bytes = std::uint64_t{1} << 30U;
    std::uint64_t output_bytes = std::uint64_t{512} << 20U;  // of all records of the file together
    std::uint64_t file_bytes = std::uint64_t{256} << 20U;    // a larger file is not opened
};

/// For an archive, which holds many files: a number of times what one may cost, in as much memory.
constexpr IsolationLimits times(IsolationLimits limits, int factor) {
    limits.cpu_seconds *= factor;
    limits.wall_seconds *= factor;
    limits.output_bytes *= static_cast<std::uint64_t>(factor);
    limits.file_bytes *= static_cast<std::uint64_t>(factor);
    return limits;
}

/// What a curator allows files to cost, by their kind.
struct ReadingLimits {
    IsolationLimits file;
    IsolationLimits archive = times({}, 16);
};

}  // namespace schakel
