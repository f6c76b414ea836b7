#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "corpus/harvesters/harvest_report.hpp"
#include "corpus/harvesters/harvest_source.hpp"
#include "corpus/harvesters/http_exchange.hpp"

namespace schakel {

/// What holds for every source of a harvest.
struct HarvestOptions {
    std::filesystem::path store;  // each source has a folder of its own in it, with its name
    FetchLimits http;
    bool full = false;   // ask for everything again, so that deletions are noticed that the source does not announce
    bool force = false;  // delete also when more than a fifth of the store would go
    std::uint64_t most_records = 5'000'000;  // of one source; a source that goes on and on is broken
    /// Whether a curator took out a product: asked with the identifier or address of a record and with the id that a reader
    /// gives a file without one. Empty = nothing is blocked.
    std::function<bool(std::string_view id)> is_blocked;
};

/// Called after every step that is written to the disk, with the counts so far, on the thread that harvests. An exception it
/// throws passes through; what is on the disk then is good to go on from.
using HarvestProgress = std::function<void(const HarvestReport& so_far)>;

/// Brings the store of one source up to date with the source. Never throws for what a server does: a harvest that fails says
/// why in its report, leaves what it has in the store, and the next one goes on from there. Sources may be harvested by
/// different threads; one source by one at a time, across processes.
HarvestReport harvest(const HarvestSource& source, const HarvestOptions& options, const HarvestProgress& progress = {});

/// The folder in the store whose files are the records of a source, to be read as any other source.
std::filesystem::path record_folder(const std::filesystem::path& store, const HarvestSource& source);

}  // namespace schakel
