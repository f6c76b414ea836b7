#include "indexer/reading_limits.hpp"

#include <algorithm>
#include <cstdint>
#include <thread>

namespace schakel {

ReadingLimits reading_limits(const Settings& settings) {
    const Settings::Reading& reading = settings.reading;
    const auto megabytes = [](int number) { return static_cast<std::uint64_t>(number) << 20U; };
    const IsolationLimits file{.cpu_seconds = reading.processor_seconds,
                               .wall_seconds = reading.seconds,
                               .memory_bytes = megabytes(reading.memory_megabytes),
                               .output_bytes = megabytes(reading.text_megabytes),
                               .file_bytes = megabytes(reading.file_megabytes)};
    return {file, times(file, reading.archive_factor)};
}

int thread_count(int asked, const Settings& settings) {
    const int wanted = asked > 0 ? asked : settings.index.threads;
    return wanted > 0 ? wanted : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace schakel
