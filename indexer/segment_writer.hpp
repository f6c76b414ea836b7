#pragma once

#include <filesystem>
#include <memory>

#include "config/error.hpp"
#include "config/index/manifest.hpp"
#include "indexer/index_document.hpp"

namespace schakel {

/// Writes one segment: postings (Xapian), columns, records and texts. Documents are numbered in the order they are added. The
/// folder must not exist yet; nothing reads it before `finish` has succeeded. One thread at a time.
class SegmentWriter {
public:
    /// `most_postings` are gathered in memory (`PostingRuns`). Errors: io.
    static Result<SegmentWriter> create(const std::filesystem::path& folder, std::size_t most_postings);

    ~SegmentWriter();
    SegmentWriter(SegmentWriter&&) noexcept;
    SegmentWriter& operator=(SegmentWriter&&) noexcept;

    /// Errors: io, index_corrupt (a column that overflows).
    Result<void> add(IndexDocument document);

    /// Compacts and flushes everything to the disk and describes the files for the manifest. Errors: io.
    Result<ManifestSegment> finish();

    std::uint64_t products() const;
    std::uint64_t words() const;

private:
    struct State;
    explicit SegmentWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace schakel
