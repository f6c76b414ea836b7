#pragma once

#include <span>
#include <vector>

#include "searchd/engine/index/joined_columns.hpp"
#include "searchd/engine/index/segment.hpp"

namespace schakel {

/// A segment at its place in the space of document numbers.
struct SnapshotSegment {
    std::shared_ptr<const Segment> files;
    DocumentId first = 0;   // number of its first document
    DocumentId count = 0;   // deleted ones included
    std::size_t index = 0;  // which of the indexes that are searched it belongs to; 0 = the own one
};

/// The documents, ascending, that have one id and stand in more than one index.
using SharedId = std::vector<DocumentId>;

/// All ids that more than one index has, deleted documents included. Walks the ids of all segments side by side, so it takes no
/// memory and about a second for a million documents. Xapian exceptions pass through. Pure.
std::vector<SharedId> shared_ids(std::span<const SnapshotSegment> segments);

}  // namespace schakel
