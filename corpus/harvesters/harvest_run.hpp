#pragma once

#include <string>
#include <string_view>

#include "config/string_map.hpp"
#include "corpus/harvesters/harvest.hpp"
#include "corpus/harvesters/http_client.hpp"
#include "corpus/harvesters/permissions.hpp"
#include "corpus/harvesters/record_store.hpp"

namespace schakel {

/// What one harvest of one source works with, and the steps that all kinds of sources have in common. One thread.
class HarvestRun {
public:
    HarvestRun(const HarvestSource& source, const HarvestOptions& options, const HarvestProgress& progress,
               RecordStore store);
    HarvestRun(const HarvestRun&) = delete;
    HarvestRun& operator=(const HarvestRun&) = delete;

    const HarvestSource& source() const { return source_; }
    const HarvestOptions& options() const { return options_; }
    HttpClient& client() { return client_; }
    Permissions& permissions() { return permissions_; }
    RecordStore& store() { return store_; }
    HarvestReport& report() { return report_; }

    /// Whether a curator took out this record; then it is counted as refused, and removed when it was in the store.
    Result<bool> withhold_blocked(std::string_view identifier);

    /// Puts a record in the store and counts it. Errors: io.
    Result<void> keep(std::string_view identifier, std::string_view extension, std::string_view bytes);

    /// Takes a record out of the store, if it is there, and counts it. Errors: io.
    Result<void> remove(std::string_view identifier);

    /// Counts what a refused record is, and takes it out when it was in the store: an opt-out also holds for what was taken
    /// before. Errors: io.
    Result<void> refuse(std::string_view identifier, HarvestRefusal refusal);

    /// Deletes everything in the store whose key is not among `met`. When that is more than a fifth of the store, and not
    /// forced, nothing goes and the report says so. Errors: io, unreadable.
    Result<void> remove_unmet(const StringSet& met);

    /// Tells that a step is on the disk.
    void step();

    /// The report, with what it has cost.
    HarvestReport finish() &&;

private:
    const HarvestSource& source_;
    const HarvestOptions& options_;
    const HarvestProgress& progress_;
    HttpClient client_;
    Permissions permissions_;
    RecordStore store_;
    HarvestReport report_;
    std::chrono::steady_clock::time_point begin_;
};

/// The ids that a reader gives the file of a record when it holds none itself, one for each extension that the file may have;
/// `records` is then the source that is read.
std::vector<std::string> ids_of_record_file(const RecordKey& key);

}  // namespace schakel
