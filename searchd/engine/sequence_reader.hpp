#pragma once

#include <unordered_map>

#include "searchd/engine/index/index_snapshot.hpp"

namespace schakel {

/// Reads the term sequences of documents for one query, each document once however many ask for it. One thread; for the best few
/// documents only, because it keeps them.
class SequenceReader {
public:
    explicit SequenceReader(const IndexSnapshot& snapshot) : snapshot_(snapshot) {}

    /// Lives as long as the reader. Errors: index_corrupt.
    Result<const DocumentSequences*> of(DocumentId document) {
        if (const auto known = read_.find(document); known != read_.end()) return &known->second;
        const SnapshotSegment& segment = snapshot_.segment_of(document);
        auto sequences = segment.files->sequences.read(document - segment.first);
        if (!sequences) return tl::unexpected(sequences.error());
        return &read_.emplace(document, std::move(*sequences)).first->second;
    }

private:
    const IndexSnapshot& snapshot_;
    std::unordered_map<DocumentId, DocumentSequences> read_;
};

}  // namespace schakel
