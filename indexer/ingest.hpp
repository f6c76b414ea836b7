#pragma once

#include <functional>
#include <optional>
#include <span>

#include "analyzers/installation.hpp"
#include "config/index/blocklist.hpp"
#include "corpus/corrections.hpp"
#include "corpus/source.hpp"
#include "indexer/ledger.hpp"
#include "indexer/report.hpp"

namespace schakel {

/// Receives each product that is fit for the index and says where it was put; nothing ends the run.
using ProductSink = std::function<std::optional<Placement>(KnowledgeProduct product)>;

/// Called after every record with about how many bytes of the files were read so far.
using ProgressSink = std::function<void(std::uint64_t records, std::uint64_t bytes_read, std::uint64_t bytes_total)>;

/// What was known before the sources are read. Without a ledger everything is new.
struct Known {
    Ledger ledger;
    Corrections corrections;
    Blocklist blocklist;
    std::vector<bool> rewritten;  // by segment of the ledger: its products are read again, so that the segment can go
    std::string recognition;      // Enrichment::version; another one than the ledger's has everything read again
    bool retry_left_out = false;  // also read again what could not be indexed and has not changed
    int readers = 1;              // files that are read at the same time
};

/// The corrections and the blocklist; without an index folder no blocklist. Errors: those of `Corrections::load` and
/// `read_blocklist`.
Result<Known> load_known(const Settings& settings, const std::filesystem::path& index);

/// Walks the sources and gives every product that is new or changed to the sink: read, corrected, resolved, and only once by
/// id and by text. What did not change since the ledger was written (time and size of the file, else its contents, else the
/// bytes of the record) is taken over without being parsed. A file that can no longer be read keeps the products it gave
/// before. Returns the ledger as it is now; what drops out is added to `report`, never thrown. Records are taken in on the
/// calling thread, in the order of the files, however many of them are read at the same time.
Ledger ingest(std::span<const Source> sources, const Known& known, const Installation& installation, RunReport& report,
              const ProductSink& sink, const ProgressSink& progress = {});

}  // namespace schakel
