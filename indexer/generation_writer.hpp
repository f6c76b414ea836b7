#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "config/error.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/manifest.hpp"
#include "config/string_map.hpp"
#include "indexer/write_lock.hpp"

namespace schakel {

/// How much a publication is checked and kept.
struct PublishPolicy {
    double suspicious_shrink = 0.5;  // fewer than this share of the live generation's products is refused
    bool force = false;              // publish even then
    int keep_generations = 3;
    bool make_live = true;  // otherwise the generation waits for `schakel-indexer publish`
};

/// A generation in the making: holds the write lock, owns a working folder beside the published generations and removes it
/// unless `publish` succeeds. What earlier runs left half done is removed at the start. One thread at a time.
class GenerationWriter {
public:
    /// Errors: index_locked, io.
    static Result<GenerationWriter> begin(const std::filesystem::path& index);

    GenerationWriter(GenerationWriter&&) noexcept;
    ~GenerationWriter();

    /// The working folder, for the files of the generation that belong to no segment.
    const std::filesystem::path& folder() const { return working_; }

    /// A folder name for a new segment, inside the working folder; it does not exist yet, and no generation has a segment with
    /// that name. Safe from any thread.
    std::filesystem::path segment_folder(std::size_t number) const;

    /// Takes a segment over from a published generation, by hard links. Errors: io.
    Result<void> link_segment(const std::filesystem::path& generation, const std::string& segment);

    /// Removes a segment from the generation again.
    void drop_segment(const std::string& segment);

    /// Writes the manifest, verifies the generation by reading it back, renames it into place, makes it live (unless the
    /// policy says otherwise) and removes generations beyond the policy's number. Errors: verification_failed, io; the live generation is then as it was.
    Result<std::uint32_t> publish(const IndexManifest& manifest, const PublishPolicy& policy);

private:
    GenerationWriter(WriteLock lock, IndexFolder folder, std::filesystem::path working, std::uint32_t number);

    Result<void> verify(const IndexManifest& manifest, const PublishPolicy& policy) const;
    void remove_old_generations(int keep) const;

    WriteLock lock_;
    IndexFolder folder_;
    std::filesystem::path working_;
    std::uint32_t number_;  // of the generation that is made
    StringSet linked_;      // segments that were verified when they were published
};

}  // namespace schakel
