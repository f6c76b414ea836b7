#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/index/manifest.hpp"

namespace schakel {

/// Which documents of one segment are deleted, numbered from 0 as in the segment. A plain value.
class DeletedDocuments {
public:
    /// Of a segment of `documents`, none of them deleted.
    explicit DeletedDocuments(std::size_t documents = 0) : size_(documents) {}

    /// False for a document that the segment does not have.
    bool contains(std::size_t document) const {
        return document / 64 < words_.size() && (words_[document / 64] >> (document % 64) & 1) != 0;
    }

    /// Deletes a document (< size()); doing so twice changes nothing.
    void set(std::size_t document);

    /// How many are deleted.
    std::size_t count() const;

    /// How many documents the segment has, deleted ones included.
    std::size_t size() const { return size_; }

    /// A bit per document, the lowest of a word first; bits behind the last document are 0. Empty when none was ever deleted.
    const std::vector<std::uint64_t>& words() const { return words_; }

private:
    std::size_t size_ = 0;
    std::vector<std::uint64_t> words_;
};

/// `tombstones-<segment>.bin`, in the folder of the generation: a segment itself may be shared by generations that have deleted
/// different documents of it.
std::string tombstones_name(std::string_view segment);

/// Writes the tombstones of a segment into a generation that is being made, and notes their number and hash in `segment`, for
/// the manifest. Without deleted documents there is no file. Errors: io.
Result<void> write_tombstones(const std::filesystem::path& generation, ManifestSegment& segment,
                              const DeletedDocuments& deleted);

/// The deleted documents of a segment of a generation; none when the manifest and the folder know of none. Errors: index_corrupt,
/// also when file and manifest disagree: better no answer than one with what was taken out. Safe from any thread.
Result<DeletedDocuments> read_tombstones(const std::filesystem::path& generation, const ManifestSegment& segment);

}  // namespace schakel
