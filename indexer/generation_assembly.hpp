#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "config/index/manifest.hpp"
#include "config/index/tombstones.hpp"
#include "indexer/build.hpp"
#include "indexer/enrichment.hpp"
#include "indexer/generation_writer.hpp"
#include "indexer/previous_generation.hpp"
#include "indexer/record_versions.hpp"
#include "indexer/segment_dealer.hpp"

namespace schakel {

/// A generation while it is being put together: the segments of the one before, new segments behind them, and what of all that
/// still lives. Called in the order of its functions, each once, by one thread, which `add_new` lets wait for others. Everything
/// given to the constructor lives longer.
class GenerationAssembly {
public:
    GenerationAssembly(const BuildOptions& options, const Installation& installation, GenerationWriter& generation);

    /// Takes over the segments of the generation before; nothing when there is none. Errors: io.
    Result<void> begin_with(const PreviousGeneration& before);

    /// Reads the sources and writes new segments behind those taken over. What drops out is added to `report`. Errors: those of
    /// the recognition tables and of the segment workers.
    Result<void> add_new(const Known& known, RunReport& report, const ProgressSink& progress);

    /// Marks what the ledger does not know as deleted, drops segments in which nothing lives, and writes the ledger. Errors: io,
    /// index_corrupt.
    Result<void> settle();

    /// Fit for publication after `settle`.
    const IndexManifest& manifest() const { return manifest_; }

private:
    Result<void> begin_dealing(const Ledger& before);
    void take_in(DealtSegments dealt);
    std::vector<DeletedDocuments> unknown_to_ledger();
    void drop_dead_segments(std::vector<DeletedDocuments>& deleted);
    Result<void> count_words(const std::vector<DeletedDocuments>& deleted);
    void list_copies();

    template <class Visit>
    void for_each_record(Visit visit) {
        for (LedgerFile& file : ledger_.files)
            for (LedgerRecord& record : file.records) visit(record);
    }

    const BuildOptions& options_;
    const Installation& installation_;
    GenerationWriter& generation_;
    std::chrono::sys_seconds now_;
    std::unique_ptr<const Enrichment> enrichment_;
    std::optional<RecordVersions> versions_;
    std::optional<SegmentDealer> dealer_;  // its workers use the enrichment and the versions
    IndexManifest manifest_;
    Ledger ledger_;
    bool has_taken_over_ = false;  // segments of the generation before
};

}  // namespace schakel
