#pragma once

#include <filesystem>

#include "config/error.hpp"
#include "config/string_map.hpp"
#include "corpus/harvesters/record_key.hpp"

namespace schakel {

/// The records that a run has met, also before a crash: kept in a file with a key on each line, to which a page is added at a
/// time. What a crash leaves of a last line is not counted. One thread.
class MetRecords {
public:
    /// What is in `file`; none when it does not exist. Errors: unreadable.
    static Result<MetRecords> open(std::filesystem::path file);

    /// Whether it was not met before in this run.
    bool add(const RecordKey& key);

    /// Writes what was added; the caller flushes it to the disk. Errors: io.
    Result<void> write();

    /// Forgets everything. Errors: io.
    Result<void> clear();

    const StringSet& keys() const { return keys_; }

private:
    explicit MetRecords(std::filesystem::path file) : file_(std::move(file)) {}

    std::filesystem::path file_;
    StringSet keys_;
    std::string unwritten_;
};

}  // namespace schakel
