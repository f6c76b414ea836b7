#include "searchd/engine/index_snapshot.hpp"

#include <algorithm>
#include <iterator>

#include "config/index/postings.hpp"
#include "config/index/tombstones.hpp"
#include "searchd/engine/with_postings.hpp"

namespace schakel {

namespace {

/// Adds the documents of a segment that have a blocked id; Xapian exceptions pass through.
void add_blocked(const SnapshotSegment& segment, const Blocklist& blocklist, std::vector<DocumentId>& documents) {
    const Xapian::Database postings = segment.files->postings.database();
    for (const BlockedProduct& product : blocklist.products()) {
        const std::string term = id_term(product.id);
        for (auto at = postings.postlist_begin(term); at != postings.postlist_end(term); ++at)
            documents.push_back(segment.first + *at - 1);
    }
}

}  // namespace

Result<std::shared_ptr<const IndexSnapshot>> IndexSnapshot::open(const IndexFolder& folder, std::uint32_t generation,
                                                                 const Installation& installation) {
    const auto blocklist = read_blocklist(folder.root());
    if (!blocklist) return tl::unexpected(blocklist.error());
    return open(folder, generation, installation, *blocklist, nullptr);
}

Result<std::shared_ptr<const IndexSnapshot>> IndexSnapshot::open(const IndexFolder& folder, std::uint32_t generation,
                                                                 const Installation& installation,
                                                                 const Blocklist& blocklist,
                                                                 const IndexSnapshot* predecessor) {
    const std::filesystem::path path = folder.path_of(generation);
    auto manifest = read_manifest(path);
    if (!manifest) return tl::unexpected(manifest.error());
    if (auto fits = check_compatible(*manifest, installation.identity()); !fits) return tl::unexpected(fits.error());
    auto snapshot = std::make_shared<IndexSnapshot>();
    snapshot->generation_ = generation;
    snapshot->manifest_ = std::move(*manifest);
    if (auto added = snapshot->add_segments(path, predecessor); !added) return tl::unexpected(added.error());
    if (predecessor != nullptr && predecessor->has_segments_of(snapshot->manifest_)) {
        snapshot->columns_ = predecessor->columns_;
    } else {
        auto columns = JoinedColumns::read(path, snapshot->manifest_, installation.settings.search);
        if (!columns) return tl::unexpected(columns.error());
        snapshot->columns_ = std::move(*columns);
    }
    if (auto read = snapshot->read_deleted(path); !read) return tl::unexpected(read.error());
    if (auto hidden = snapshot->hide(blocklist); !hidden) return tl::unexpected(hidden.error());
    return snapshot;
}

Result<std::shared_ptr<const IndexSnapshot>> IndexSnapshot::with_blocklist(const Blocklist& blocklist) const {
    auto snapshot = std::make_shared<IndexSnapshot>(*this);
    if (auto hidden = snapshot->hide(blocklist); !hidden) return tl::unexpected(hidden.error());
    return snapshot;
}

Result<void> IndexSnapshot::add_segments(const std::filesystem::path& generation, const IndexSnapshot* predecessor) {
    DocumentId first = 0;
    for (const ManifestSegment& described : manifest_.segments) {
        std::shared_ptr<const Segment> files = predecessor == nullptr ? nullptr : predecessor->segment(described);
        if (files == nullptr) {
            auto opened = Segment::open(generation, described);
            if (!opened) return tl::unexpected(opened.error());
            files = std::move(*opened);
        }
        const auto count = static_cast<DocumentId>(described.products);
        segments_.push_back({std::move(files), first, count});
        first += count;
    }
    return {};
}

Result<void> IndexSnapshot::read_deleted(const std::filesystem::path& generation) {
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        const auto deleted = read_tombstones(generation, manifest_.segments[i]);
        if (!deleted) return tl::unexpected(deleted.error());
        if (deleted->count() == 0) continue;
        for (DocumentId document = 0; document < segments_[i].count; ++document)
            if (deleted->contains(document)) deleted_.push_back(segments_[i].first + document);
    }
    return {};
}

Result<void> IndexSnapshot::hide(const Blocklist& blocklist) {
    std::vector<DocumentId> blocked;
    if (!blocklist.products().empty()) {
        const auto added = with_postings([&]() -> Result<void> {
            for (const SnapshotSegment& segment : segments_) add_blocked(segment, blocklist, blocked);
            return {};
        });
        if (!added) return added;
    }
    std::sort(blocked.begin(), blocked.end());
    hidden_.clear();
    std::set_union(deleted_.begin(), deleted_.end(), blocked.begin(), blocked.end(), std::back_inserter(hidden_));
    return {};
}

std::shared_ptr<const Segment> IndexSnapshot::segment(const ManifestSegment& described) const {
    const auto same = std::find_if(segments_.begin(), segments_.end(),
                                   [&](const SnapshotSegment& own) { return own.files->is(described); });
    return same == segments_.end() ? nullptr : same->files;
}

bool IndexSnapshot::has_segments_of(const IndexManifest& manifest) const {
    return std::equal(segments_.begin(), segments_.end(), manifest.segments.begin(), manifest.segments.end(),
                      [](const SnapshotSegment& own, const ManifestSegment& other) { return own.files->is(other); });
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
