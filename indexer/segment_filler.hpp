#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <thread>
#include <vector>

#include "config/error.hpp"
#include "config/index/manifest.hpp"
#include "indexer/bounded_queue.hpp"
#include "indexer/index_document.hpp"

namespace schakel {

/// A thread that writes one segment: the documents it is given, in that order, so that the next is analysed while one is written.
/// `push` and `finish` are called from one other thread.
class SegmentFiller {
public:
    /// `most_postings` as for `SegmentWriter::create`.
    SegmentFiller(std::filesystem::path segment_folder, std::size_t most_postings);
    ~SegmentFiller();

    /// Waits while it is too far behind. After a failure documents are dropped: see `failed`.
    void push(IndexDocument document);

    bool failed() const { return failed_; }

    struct Filled {
        ManifestSegment segment;
        std::uint64_t words = 0;
    };

    /// Waits for all documents and completes the segment. Errors: io, index_corrupt.
    Result<Filled> finish();

private:
    using Batch = std::vector<IndexDocument>;

    void hand_over();
    void run();
    Result<Filled> fill();

    std::filesystem::path folder_;
    std::size_t most_postings_;
    Batch
        batch_;  // given, not handed over yet: waking a thread for every document costs more than the smallest ones do
    std::size_t batch_tokens_ = 0;
    BoundedQueue<Batch> queue_{4};
    std::atomic<bool> failed_ = false;
    std::optional<Result<Filled>> outcome_;
    std::thread thread_;
};

}  // namespace schakel
