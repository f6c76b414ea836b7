#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "config/error.hpp"
#include "config/index/blocklist.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/manifest.hpp"
#include "config/settings.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/engine/index/watched_files.hpp"

namespace schakel {

/// One index folder that is looked at from time to time: which generation is live, what its blocklist says, and whether its files
/// are still what they were. What cannot be taken up is logged, and what was there stays; but another institute's index is let go
/// of when its own files are gone or changed as well. For one thread.
class WatchedIndex {
public:
    /// The own index of this installation.
    WatchedIndex(IndexFolder folder, IndexIdentity identity)
        : folder_(std::move(folder)), identity_(std::move(identity)) {}

    /// A copy of another institute's index.
    WatchedIndex(const DeclaredIndex& declared, IndexIdentity identity)
        : name_(declared.name),
          folder_(declared.path),
          identity_(std::move(identity)),
          maximum_age_(std::chrono::days(declared.maximum_age_days)) {}

    /// Looks at the disk; true when there is something else to search than before, or something else to say.
    bool look();

    /// The same, and reads all files that are in use once more, because a search found damage.
    bool look_closely();

    /// Why the newest generation or blocklist could not be taken up at the last look.
    const std::optional<Error>& fault() const { return blocklist_fault_ ? blocklist_fault_ : generation_fault_; }

    /// Nothing when it cannot be searched.
    std::optional<SearchedIndex> searched() const;

    /// Adds what users must know of another institute's index today.
    void report(std::chrono::system_clock::time_point now, IndexStanding& standing) const;

    /// What is said of an index that is left out.
    void report_left_out(IndexStanding& standing) const;

private:
    bool is_own() const { return name_.empty(); }
    bool follow_blocklist();
    bool follow_generation(bool damaged);
    void take_up(const Result<std::uint32_t>& live, bool damaged);
    std::optional<Error> refused(const Error& reason) const;

    std::string name_;
    IndexFolder folder_;
    IndexIdentity identity_;
    std::chrono::days maximum_age_{0};  // 0 = any

    std::shared_ptr<const IndexGeneration> generation_;
    WatchedFiles generation_files_;
    std::uint32_t tried_ = 0;  // the generation that was live at the last look; 0 = none
    WatchedFiles tried_files_;
    std::shared_ptr<const Blocklist> blocklist_;
    std::optional<FileStamp> blocklist_stamp_;
    std::optional<Error> blocklist_fault_;
    std::optional<Error> generation_fault_;
};

}  // namespace schakel
