#include "indexer/segment_dealer.hpp"

#include <utility>

namespace schakel {

namespace {

constexpr std::size_t batch_size = 256;  // records; a small corpus then stays one segment

}  // namespace

SegmentDealer::SegmentDealer(const Installation& installation, const Enricher& enricher, const RecordVersions& versions,
                             const GenerationWriter& generation, int threads, std::uint32_t first_segment)
    : installation_(installation),
      enricher_(enricher),
      versions_(versions),
      generation_(generation),
      lanes_(static_cast<std::size_t>(threads)),
      first_segment_(first_segment) {}

std::optional<Placement> SegmentDealer::take(KnowledgeProduct product) {
    // Lanes get their first batch in turn, so the number of a lane is the place of its segment.
    const auto segment = static_cast<std::uint32_t>(first_segment_ + dealt_ % lanes_.size());
    const Placement placement{segment, lane_at_turn().products++};
    batch_.push_back(std::move(product));
    if (batch_.size() == batch_size && !deal()) return std::nullopt;
    return placement;
}

bool SegmentDealer::deal() {
    const std::size_t turn = dealt_ % lanes_.size();
    Lane& lane = lane_at_turn();
    ++dealt_;
    if (!lane.worker)
        lane.worker =
            std::make_unique<SegmentWorker>(installation_, enricher_, versions_, generation_.segment_folder(turn));
    lane.worker->push(std::exchange(batch_, {}));
    return !lane.worker->failed();
}

Result<DealtSegments> SegmentDealer::finish() {
    if (!batch_.empty()) deal();
    DealtSegments dealt;
    for (Lane& lane : lanes_) {
        if (!lane.worker) continue;
        auto finished = lane.worker->finish();
        if (!finished) return tl::unexpected(finished.error());
        dealt.words += finished->words;
        dealt.segments.push_back(std::move(finished->segment));
        dealt.versions.push_back(std::move(finished->versions));
    }
    return dealt;
}

}  // namespace schakel
