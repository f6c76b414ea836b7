#include "tests/searchd/engine/open_index.hpp"

#include <stdexcept>

namespace schakel {

namespace {

std::shared_ptr<const IndexSnapshot> opened(const IndexFolder& folder) {
    auto snapshot = IndexSnapshot::open(folder, folder.live().value(), sample_installation());
    if (!snapshot) throw std::runtime_error(to_text(snapshot.error(), Language::english));
    return std::move(*snapshot);
}

}  // namespace

OpenIndex::OpenIndex(const std::vector<std::vector<IndexDocument>>& segments)
    : index_(segments), snapshot_(opened(index_.folder())) {
    for (const SnapshotSegment& segment : snapshot_->segments())
        postings_.push_back(segment.files->postings.database());
}

std::unique_ptr<Searcher> OpenIndex::searcher() const {
    return std::move(*Searcher::create(snapshot_, sample_installation()));
}

}  // namespace schakel
