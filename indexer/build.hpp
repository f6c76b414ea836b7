#pragma once

#include <filesystem>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "indexer/ingest.hpp"
#include "indexer/report.hpp"

namespace schakel {

struct BuildOptions {
    std::vector<Source> sources;  // of an update: empty = those of the live generation
    std::filesystem::path index;
    int threads = 0;              // 0 = as in the settings
    bool force = false;           // publish even a suspiciously small index
    bool publish = true;          // make the new generation live
    bool retry_left_out = false;  // of an update: also read again what could not be indexed before
};

/// Makes a new generation of everything in the sources and publishes it. Threads: N threads wait for processes that read PDFs
/// and the like, the calling thread reads the other files, resolves all and hands batches in turn to N segment workers, each of
/// which analyses and writes a segment of its own; then the calling thread verifies and publishes. `report` is filled in as far as the run came, also on failure.
/// Errors: index_locked, io, verification_failed, malformed (corrections), internal; the live generation is then untouched.
Result<void> build(const BuildOptions& options, const Installation& installation, RunReport& report,
                   const ProgressSink& progress = {});

/// Makes a new generation of the live one and what changed in the sources: its segments are taken over as they are, new and
/// changed products get a segment of their own, and what changed or vanished gets a tombstone. Publishes nothing when nothing
/// changed. Errors: those of `build`; index_missing, index_mismatch and index_corrupt of the live generation (build again);
/// not_found (a source that does not exist) and verification_failed (more products vanished than settings allow), unless
/// forced.
Result<void> update(const BuildOptions& options, const Installation& installation, RunReport& report,
                    const ProgressSink& progress = {});

/// What is to be done after an update, while the index is served: when there are too many segments or too much is deleted in
/// one (see [index] in the settings), their products are read from the sources again and written as a new segment. Answers
/// stay the same. True when a generation was published. Errors: those of `update`; the live generation is then untouched.
Result<bool> rewrite_worn_segments(const BuildOptions& options, const Installation& installation);

}  // namespace schakel
