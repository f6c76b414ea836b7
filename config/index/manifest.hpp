#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// Raised with every change of the files below an index folder; a reader refuses another number.
inline constexpr int schema_version = 6;

/// A file of a segment as it was when the segment was made.
struct ManifestFile {
    std::string name;        // relative to the segment folder
    std::uint64_t size = 0;  // bytes
    std::string xxh3;        // contents_hash

    bool operator==(const ManifestFile&) const = default;
};

struct ManifestSegment {
    std::string name;            // folder below the generation
    std::uint64_t products = 0;  // documents in it, deleted ones included
    std::vector<ManifestFile> files;
    std::uint64_t deleted = 0;    // how many of its products this generation no longer has
    std::string tombstones = {};  // contents_hash of the file that says which (tombstones.hpp); empty = none
};

/// A file with the same work as a product of the generation, shown with that product instead of as a result of its own.
struct ManifestCopy {
    std::string id;       // the copy would have had; leads to the product
    std::string product;  // id of the product
    std::string url;      // where the copy can be fetched; empty = not known
    std::string media_type;
};

/// What a generation consists of and how it was made. Stored as `manifest.json` beside its segments; a plain value.
struct IndexManifest {
    int schema = schema_version;
    std::string analysis_fingerprint;
    std::string vocabulary_version;
    std::string region_version;
    std::string built_at;        // ISO 8601, UTC
    std::uint64_t products = 0;  // living ones
    std::uint64_t words = 0;     // words in all text fields together
    std::vector<ManifestSegment> segments;
    std::vector<ManifestCopy> copies;
    std::string ledger;  // contents_hash of the indexer's ledger; empty = there is none
};

/// What the running program would make; compared with a manifest by `check_compatible`.
struct IndexIdentity {
    std::string analysis_fingerprint;
    std::string vocabulary_version;
    std::string region_version;
};

/// XXH3-64 of the contents of a file, as hexadecimal digits.
std::string contents_hash(std::string_view bytes);

/// Errors: io.
Result<void> write_manifest(const std::filesystem::path& generation, const IndexManifest& manifest);

/// Errors: index_missing (no manifest.json), index_mismatch (another schema version), index_corrupt.
Result<IndexManifest> read_manifest(const std::filesystem::path& generation);

/// Errors: index_mismatch, saying which part differs and which command repairs it.
Result<void> check_compatible(const IndexManifest& manifest, const IndexIdentity& identity);

/// Sizes of all files of a segment agree with the manifest; with `contents`, their hashes too. Errors: index_corrupt.
Result<void> verify_files(const std::filesystem::path& generation, const ManifestSegment& segment, bool contents);

/// The same for all segments; tombstones are verified when they are read. Errors: index_corrupt.
Result<void> verify_files(const std::filesystem::path& generation, const IndexManifest& manifest, bool contents);

/// Describes the files of a finished segment folder, sorted by name. Errors: unreadable.
Result<ManifestSegment> describe_segment(const std::filesystem::path& segment, std::uint64_t products);

}  // namespace schakel
