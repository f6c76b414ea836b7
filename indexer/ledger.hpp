#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "config/string_map.hpp"
#include "corpus/knowledge_product.hpp"
#include "indexer/report.hpp"

namespace schakel {

/// Where a product stands in a generation.
struct Placement {
    std::uint32_t segment = 0;   // its place in the manifest's list
    std::uint32_t document = 0;  // from 0
    bool operator==(const Placement&) const = default;
};

/// What two versions of one text have in common; see near_duplicates.hpp.
struct WorkMark {
    std::array<std::uint16_t, 32> minima{};
    std::uint32_t words = 0;
    std::uint32_t title_numbers = 0;
};

/// A product as the index has it.
struct RecordVersion {
    std::uint64_t hash = 0;    // of all that the index has of it (record_versions.hpp)
    std::int64_t changed = 0;  // since when it is so, seconds since 1970-01-01 UTC
    bool operator==(const RecordVersion&) const = default;
};

/// A record that is in the index.
struct LedgerRecord {
    std::string id;
    std::uint64_t raw_hash = 0;         // of its bytes; 0 = the file holds one record, and the hash of the file counts
    std::uint64_t correction_hash = 0;  // of the corrections that were applied to it; 0 = none
    Placement placement;
    RecordVersion version;
    std::shared_ptr<const WorkMark> mark;  // null = none was taken
};

/// A record that is not, and why.
struct LeftOut {
    std::uint64_t raw_hash = 0;
    Skipped reason;
    std::string
        waits_for;        // the id that must disappear from the index, or from the blocklist, before it is tried again
    std::string copy_id;  // the id of a record that is a copy of product `waits_for`; else empty
    ProductFile copy;     // where that copy can be fetched
};

/// A file of a source as it was when it was read last.
struct LedgerFile {
    std::string uri;
    std::int64_t mtime = 0;  // nanoseconds since 1970-01-01 UTC
    std::uint64_t size = 0;  // bytes
    std::uint64_t content_hash = 0;
    std::uint64_t terms = 0;  // hash_of the terms of its source
    std::vector<LedgerRecord> records;
    std::vector<LeftOut> left_out;
};

/// What a generation knows of where its products came from, so that the next one can take over all that did not change. A
/// plain value; it belongs to a generation and never changes once that is published.
struct Ledger {
    std::uint64_t corrections = 0;     // Corrections::hash of those that were applied
    std::string recognition;           // Enrichment::version of the tables that were used
    std::vector<std::string> sources;  // as `update` finds them again: absolute paths, or names of declared sources
    std::vector<LedgerFile> files;     // in the order they were read

    std::size_t records() const;
};

/// Name of the ledger in the folder of a generation.
inline constexpr std::string_view ledger_name = "ledger.zst";

/// Writes the ledger into the folder of a generation and returns the XXH3 of the file for the manifest. Errors: io.
Result<std::string> write_ledger(const std::filesystem::path& generation, const Ledger& ledger);

/// Errors: not_found (a generation without one), index_corrupt (damaged, or not the file with this XXH3).
Result<Ledger> read_ledger(const std::filesystem::path& generation, std::string_view xxh3);

}  // namespace schakel
