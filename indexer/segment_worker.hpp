#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <thread>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "config/index/manifest.hpp"
#include "corpus/knowledge_product.hpp"
#include "indexer/bounded_queue.hpp"
#include "indexer/enricher.hpp"
#include "indexer/record_versions.hpp"

namespace schakel {

using ProductBatch = std::vector<KnowledgeProduct>;

/// A thread that owns one analyzer and one segment: it takes batches of resolved products from its queue and analyses them in
/// the order they were given; a `SegmentFiller` writes them. `push` and `finish` are called from the reading thread; all references must outlive it.
class SegmentWorker {
public:
    SegmentWorker(const Installation& installation, const Enricher& enricher, const RecordVersions& versions,
                  std::filesystem::path segment_folder);
    ~SegmentWorker();

    /// Waits while the worker is too far behind. After a failure the batch is dropped: see `failed`.
    void push(ProductBatch batch) { queue_.push(std::move(batch)); }

    bool failed() const { return failed_; }

    struct Finished {
        ManifestSegment segment;
        std::uint64_t words = 0;
        std::vector<RecordVersion> versions;  // by document
    };

    /// Waits for all batches and completes the segment. Errors: io, index_corrupt.
    Result<Finished> finish();

private:
    void run();
    Result<Finished> work();

    const Installation& installation_;
    const Enricher& enricher_;
    const RecordVersions& versions_;
    std::filesystem::path folder_;
    BoundedQueue<ProductBatch> queue_{4};
    std::atomic<bool> failed_ = false;
    std::optional<Result<Finished>> outcome_;
    std::thread thread_;
};

}  // namespace schakel
