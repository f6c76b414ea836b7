#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/index/record_dates.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/engine/index/watched_files.hpp"

namespace schakel {

/// A product of the own index as others may harvest it.
struct ListedRecord {
    std::chrono::sys_seconds since{};      // when it became as it is, or went
    std::string_view id;                   // lives as long as the list
    std::optional<DocumentId> document{};  // of the snapshot; absent = deleted
};

/// All products that others may harvest from one snapshot: those of the own index that were not harvested themselves, and what it
/// had before. About 45 bytes a product, and its id. Immutable; safe from any thread.
class RecordList {
public:
    /// Errors: index_corrupt. What `dates` does not know yet has the time at which the generation was made.
    static Result<std::shared_ptr<const RecordList>> make(const IndexSnapshot& snapshot, const RecordDates& dates);

    /// Those with since ≥ `from` and ≤ `until`, by time and then by id.
    std::span<const ListedRecord> between(const std::optional<std::chrono::sys_seconds>& from,
                                          const std::optional<std::chrono::sys_seconds>& until) const;

    /// nullptr when the index has and had no such product, or does not offer it.
    const ListedRecord* find(std::string_view id) const;

    /// The first time of all.
    std::chrono::sys_seconds earliest() const { return earliest_; }

private:
    std::string ids_;                    // of all, one after another
    std::vector<ListedRecord> records_;  // by time and id
    std::vector<std::uint32_t> by_id_;   // places in records_
    std::chrono::sys_seconds earliest_{};
};

/// The list of the snapshot that is asked for, made when it is first asked for: that takes about a second for 300,000 products. Safe
/// from any thread.
class CurrentRecordList {
public:
    /// Errors: index_corrupt, unreadable (the dates).
    Result<std::shared_ptr<const RecordList>> of(const std::shared_ptr<const IndexSnapshot>& snapshot);

private:
    std::mutex mutex_;
    std::weak_ptr<const IndexSnapshot> snapshot_;
    FileStamp stamp_;  // of the dates when they were last looked at
    std::shared_ptr<const RecordList> list_;
};

}  // namespace schakel
