#include "searchd/engine/index/index_snapshot.hpp"

#include <algorithm>
#include <iterator>

#include "config/index/postings.hpp"
#include "searchd/engine/with_postings.hpp"

namespace schakel {

namespace {

/// Adds the documents of a segment that have a blocked id; Xapian exceptions pass through.
void add_blocked(const SnapshotSegment& segment, const Blocklist& blocklist, std::vector<DocumentId>& documents) {
    if (blocklist.products().empty()) return;
    const Xapian::Database postings = segment.files->postings.database();
    for (const BlockedProduct& product : blocklist.products()) {
        const std::string term = id_term(product.id);
        for (auto at = postings.postlist_begin(term); at != postings.postlist_end(term); ++at)
            documents.push_back(segment.first + *at - 1);
    }
}

/// The segments of all indexes as one manifest, each with the path of its folder for a name.
IndexManifest all_segments(std::span<const SearchedIndex> indexes) {
    IndexManifest all;
    for (const SearchedIndex& index : indexes)
        for (ManifestSegment segment : index.generation->manifest().segments) {
            segment.name = (index.generation->folder() / segment.name).string();
            all.segments.push_back(std::move(segment));
        }
    return all;
}

}  // namespace

Result<std::shared_ptr<const IndexSnapshot>> IndexSnapshot::open(const IndexFolder& folder, std::uint32_t generation,
                                                                 const Installation& installation) {
    auto blocklist = read_blocklist(folder.root());
    if (!blocklist) return tl::unexpected(blocklist.error());
    auto opened = IndexGeneration::open(folder, generation, installation.identity(), nullptr);
    if (!opened) return tl::unexpected(opened.error());
    return join({{"", std::move(*opened), std::make_shared<const Blocklist>(std::move(*blocklist))}}, {},
                installation.settings.search, nullptr);
}

Result<std::shared_ptr<const IndexSnapshot>> IndexSnapshot::join(std::vector<SearchedIndex> indexes,
                                                                 IndexStanding standing,
                                                                 const Settings::Search& settings,
                                                                 const IndexSnapshot* predecessor) {
    auto snapshot = std::make_shared<IndexSnapshot>();
    snapshot->indexes_ = std::move(indexes);
    snapshot->standing_ = std::move(standing);
    snapshot->add_segments();
    if (auto read = snapshot->read_columns(settings, predecessor); !read) return tl::unexpected(read.error());
    if (auto hidden = snapshot->hide(); !hidden) return tl::unexpected(hidden.error());
    return snapshot;
}

void IndexSnapshot::add_segments() {
    DocumentId first = 0;
    for (std::size_t index = 0; index < indexes_.size(); ++index)
        for (const std::shared_ptr<const Segment>& files : indexes_[index].generation->segments()) {
            const auto count = static_cast<DocumentId>(files->described.products);
            segments_.push_back({files, first, count, index});
            first += count;
        }
}

/// What depends on nothing but the segments.
Result<void> IndexSnapshot::read_columns(const Settings::Search& settings, const IndexSnapshot* predecessor) {
    if (predecessor != nullptr && has_segments_of(*predecessor)) {
        columns_ = predecessor->columns_;
        shared_ = predecessor->shared_;
        return {};
    }
    auto columns = JoinedColumns::read({}, all_segments(indexes_), settings);
    if (!columns) return tl::unexpected(columns.error());
    columns_ = std::move(*columns);
    return with_postings([&]() -> Result<void> {
        shared_ = std::make_shared<const std::vector<SharedId>>(shared_ids(segments_));
        return {};
    });
}

Result<void> IndexSnapshot::hide() {
    return with_postings([&]() -> Result<void> {
        hide_deleted();
        for (const SnapshotSegment& segment : segments_) hide_blocked(segment);
        std::sort(hidden_.begin(), hidden_.end());
        hidden_.erase(std::unique(hidden_.begin(), hidden_.end()), hidden_.end());
        hide_shared();
        return {};
    });
}

void IndexSnapshot::hide_deleted() {
    DocumentId first = 0;
    for (const SearchedIndex& index : indexes_) {
        for (const std::uint32_t document : index.generation->deleted()) hidden_.push_back(first + document);
        for (const auto& segment : index.generation->segments())
            first += static_cast<DocumentId>(segment->described.products);
    }
}

/// What this institute took out stays out here, whoever else has it.
void IndexSnapshot::hide_blocked(const SnapshotSegment& segment) {
    add_blocked(segment, *indexes_.front().blocklist, hidden_);
    if (segment.index != 0) add_blocked(segment, *indexes_[segment.index].blocklist, hidden_);
}

/// Of the living documents with one id only the first is shown.
void IndexSnapshot::hide_shared() {
    std::vector<DocumentId> others;
    for (const SharedId& documents : *shared_) {
        const auto first =
            std::find_if(documents.begin(), documents.end(), [&](DocumentId d) { return !is_hidden(d); });
        if (first == documents.end()) continue;
        std::copy_if(std::next(first), documents.end(), std::back_inserter(others),
                     [&](DocumentId d) { return !is_hidden(d); });
    }
    hidden_.insert(hidden_.end(), others.begin(), others.end());
    std::sort(hidden_.begin(), hidden_.end());
}

bool IndexSnapshot::has_segments_of(const IndexSnapshot& other) const {
    return std::equal(
        segments_.begin(), segments_.end(), other.segments_.begin(), other.segments_.end(),
        [](const SnapshotSegment& a, const SnapshotSegment& b) { return a.files == b.files && a.index == b.index; });
}

bool IndexSnapshot::is_hidden(DocumentId document) const {
    return std::binary_search(hidden_.begin(), hidden_.end(), document);
}

const SnapshotSegment& IndexSnapshot::segment_of(DocumentId document) const {
    const auto after =
        std::upper_bound(segments_.begin(), segments_.end(), document,
                         [](DocumentId id, const SnapshotSegment& segment) { return id < segment.first; });
    return *std::prev(after);
}

}  // namespace schakel
