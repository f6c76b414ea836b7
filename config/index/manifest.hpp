#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// Raised with every change of the files below an index folder; a reader refuses another number.
inline constexpr int schema_version = 2;

/// A file of a segment as it was when the segment was made.
struct ManifestFile {
    std::string name;        // relative to the segment folder
    std::uint64_t size = 0;  // bytes
    std::string xxh3;        // XXH3-64 of the contents, hex
};

struct ManifestSegment {
    std::string name;  // folder below the generation
    std::uint64_t products = 0;
    std::vector<ManifestFile> files;
};

/// What a generation consists of and how it was made. Stored as `manifest.json` beside its segments; a plain value.
struct IndexManifest {
    int schema = schema_version;
    std::string analysis_fingerprint;
    std::string vocabulary_version;
    std::string region_version;
    std::string built_at;  // ISO 8601, UTC
    std::uint64_t products = 0;
    std::uint64_t words = 0;  // words in all text fields together
    std::vector<ManifestSegment> segments;
};

/// What the running program would make; compared with a manifest by `check_compatible`.
struct IndexIdentity {
    std::string analysis_fingerprint;
    std::string vocabulary_version;
    std::string region_version;
};

/// Errors: io.
Result<void> write_manifest(const std::filesystem::path& generation, const IndexManifest& manifest);

/// Errors: index_missing (no manifest.json), index_mismatch (another schema version), index_corrupt.
Result<IndexManifest> read_manifest(const std::filesystem::path& generation);

/// Errors: index_mismatch, saying which part differs and which command repairs it.
Result<void> check_compatible(const IndexManifest& manifest, const IndexIdentity& identity);

/// Sizes of all files agree with the manifest; with `contents`, their hashes too. Errors: index_corrupt.
Result<void> verify_files(const std::filesystem::path& generation, const IndexManifest& manifest, bool contents);

/// Describes the files of a finished segment folder, sorted by name. Errors: unreadable.
Result<ManifestSegment> describe_segment(const std::filesystem::path& segment, std::uint64_t products);

}  // namespace schakel
