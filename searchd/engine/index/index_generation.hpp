#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "config/error.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/manifest.hpp"
#include "searchd/engine/index/segment.hpp"

namespace schakel {

/// One generation of one index, verified and held open: it can be searched also when it has meanwhile been removed from the
/// disk. Immutable; safe from any thread.
class IndexGeneration {
public:
    /// Segments that `predecessor` (may be null) has too are taken over from it: they are not read again. Errors: index_missing,
    /// index_mismatch (made by another version or configuration), index_corrupt, unreadable.
    static Result<std::shared_ptr<const IndexGeneration>> open(const IndexFolder& index, std::uint32_t number,
                                                               const IndexIdentity& identity,
                                                               const IndexGeneration* predecessor);

    explicit IndexGeneration(IndexManifest manifest) : manifest_(std::move(manifest)) {}

    std::uint32_t number() const { return number_; }
    const std::filesystem::path& folder() const { return folder_; }
    const IndexManifest& manifest() const { return manifest_; }
    const std::vector<std::shared_ptr<const Segment>>& segments() const { return segments_; }

    /// The documents that it no longer has, ascending, numbered from 0 over its segments.
    std::span<const std::uint32_t> deleted() const { return deleted_; }

private:
    Result<void> open_segments(const IndexGeneration* predecessor);
    Result<void> read_deleted();
    std::shared_ptr<const Segment> segment(const ManifestSegment& described) const;

    std::uint32_t number_ = 0;
    std::filesystem::path folder_;
    IndexManifest manifest_;
    std::vector<std::shared_ptr<const Segment>> segments_;
    std::vector<std::uint32_t> deleted_;
};

}  // namespace schakel
