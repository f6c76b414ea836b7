#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "indexer/generation_writer.hpp"
#include "indexer/ledger.hpp"
#include "indexer/segment_worker.hpp"

namespace schakel {

/// The new segments of a generation.
struct DealtSegments {
    std::vector<ManifestSegment> segments;
    std::vector<std::vector<RecordVersion>> versions;  // by segment and document
    std::uint64_t words = 0;
};

/// Deals products in batches to segment workers, starting a worker when it gets its first batch. The same input and number of
/// threads always give the same segments. One thread at a time.
class SegmentDealer {
public:
    /// The new segments follow `first_segment` others in the generation.
    SegmentDealer(const Installation& installation, const Enricher& enricher, const RecordVersions& versions,
                  const GenerationWriter& generation, int threads, std::uint32_t first_segment);

    /// Where the product will stand; nothing once a worker has failed.
    std::optional<Placement> take(KnowledgeProduct product);

    /// Completes all segments, in order. Errors: those of `SegmentWorker::finish`.
    Result<DealtSegments> finish();

private:
    struct Lane {
        std::unique_ptr<SegmentWorker> worker;  // null until it got a batch
        std::uint32_t products = 0;             // handed out a place in its segment
    };

    bool deal();
    Lane& lane_at_turn() { return lanes_[dealt_ % lanes_.size()]; }

    const Installation& installation_;
    const Enricher& enricher_;
    const RecordVersions& versions_;
    const GenerationWriter& generation_;
    std::vector<Lane> lanes_;
    std::uint32_t first_segment_;
    ProductBatch batch_;
    std::size_t dealt_ = 0;
};

}  // namespace schakel
