#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "searchd/engine/index/index_snapshot.hpp"

namespace schakel {

/// A document and what it is ordered by: higher score first, then lower rank.
struct RankedDocument {
    float score = 0;
    std::uint32_t rank = 0;
    DocumentId document = 0;
};

/// Keeps the best `capacity` of the documents it is shown.
class TopResults {
public:
    explicit TopResults(std::size_t capacity) : capacity_(capacity) {}

    /// False when a document with this score cannot be among the best, whatever its rank: it need not be shown.
    bool may_take(float score) const {
        return heap_.size() < capacity_ || (capacity_ > 0 && score >= heap_.front().score);
    }

    void add(const RankedDocument& candidate) {
        if (heap_.size() < capacity_) {
            heap_.push_back(candidate);
            std::push_heap(heap_.begin(), heap_.end(), better);
        } else if (capacity_ > 0 && better(candidate, heap_.front())) {
            std::pop_heap(heap_.begin(), heap_.end(), better);
            heap_.back() = candidate;
            std::push_heap(heap_.begin(), heap_.end(), better);
        }
    }

    /// Best first; leaves nothing behind.
    std::vector<RankedDocument> take() {
        std::sort_heap(heap_.begin(), heap_.end(), better);
        return std::exchange(heap_, {});
    }

    static bool better(const RankedDocument& a, const RankedDocument& b) {
        return a.score != b.score ? a.score > b.score : a.rank < b.rank;
    }

private:
    std::size_t capacity_;
    std::vector<RankedDocument> heap_;  // the worst on top
};

}  // namespace schakel
