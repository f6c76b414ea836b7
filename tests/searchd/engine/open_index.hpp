#pragma once

#include <memory>
#include <vector>

#include <xapian.h>

#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/engine/searcher.hpp"
#include "tests/sample_index.hpp"

namespace schakel {

/// A small index, written and opened as searchd does.
class OpenIndex {
public:
    /// One segment per vector. Throws when the index cannot be written or opened.
    explicit OpenIndex(const std::vector<std::vector<IndexDocument>>& segments);

    const IndexSnapshot& snapshot() const { return *snapshot_; }

    /// A database per segment, in order.
    const std::vector<Xapian::Database>& postings() const { return postings_; }

    /// A searcher of its own.
    std::unique_ptr<Searcher> searcher() const;

private:
    SampleIndex index_;
    std::shared_ptr<const IndexSnapshot> snapshot_;
    std::vector<Xapian::Database> postings_;
};

}  // namespace schakel
