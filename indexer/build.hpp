#pragma once

#include <filesystem>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "indexer/record_stream.hpp"
#include "indexer/report.hpp"

namespace schakel {

struct BuildOptions {
    std::vector<std::filesystem::path> sources;
    std::filesystem::path index;
    int threads = 0;     // 0 = as in the settings
    bool force = false;  // publish even a suspiciously small index
};

/// Makes a new generation of everything in the sources and publishes it. Threads: the calling thread reads and resolves and
/// hands batches in turn to N segment workers, each of which analyses and writes a segment of its own; then the calling
/// thread verifies and publishes. `report` is filled in as far as the run came, also on failure.
/// Errors: index_locked, io, verification_failed, internal; the live generation is then untouched.
Result<void> build(const BuildOptions& options, const Installation& installation, RunReport& report,
                   const ProgressSink& progress = {});

}  // namespace schakel
