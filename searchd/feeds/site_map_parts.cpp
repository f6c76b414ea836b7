#include "searchd/feeds/site_map_parts.hpp"

#include <algorithm>

#include "config/index/stored_record.hpp"
#include "searchd/request/url.hpp"

namespace schakel {

namespace {

/// The own index comes first in the space of document numbers.
std::size_t own_documents(const IndexSnapshot& snapshot) {
    std::size_t documents = 0;
    for (const SnapshotSegment& segment : snapshot.segments())
        if (segment.index == 0) documents += segment.count;
    return documents;
}

}  // namespace

std::size_t SiteMapParts::count(const IndexSnapshot& snapshot) const {
    return std::max<std::size_t>(1, (own_documents(snapshot) + part_size_ - 1) / part_size_);
}

SiteMapParts::Range SiteMapParts::range(const IndexSnapshot& snapshot, std::size_t number) const {
    const std::size_t documents = own_documents(snapshot);
    const auto limit = [&](std::size_t part) {
        return static_cast<DocumentId>(std::min(part * part_size_, documents));
    };
    return {limit(number), limit(number + 1)};
}

bool SiteMapParts::has_products(const IndexSnapshot& snapshot, std::size_t number) const {
    const auto [begin, end] = range(snapshot, number);
    const auto hidden = snapshot.hidden();
    const auto among =
        std::lower_bound(hidden.begin(), hidden.end(), end) - std::lower_bound(hidden.begin(), hidden.end(), begin);
    return static_cast<std::size_t>(among) < end - begin;
}

Result<SiteMapLines> SiteMapParts::read(const IndexSnapshot& snapshot, std::size_t number) const {
    SiteMapLines lines;
    const auto [begin, end] = range(snapshot, number);
    for (DocumentId document = begin; document < end; ++document) {
        if (snapshot.is_hidden(document)) continue;
        const SnapshotSegment& segment = snapshot.segment_of(document);
        const auto bytes = segment.files->records.read(document - segment.first);
        if (!bytes) return tl::unexpected(bytes.error());
        const auto record = decode_record(*bytes);
        if (!record) return tl::unexpected(record.error());
        lines.append(percent_encode(record->id)).append(1, '\t').append(record->changed).append(1, '\n');
    }
    lines.shrink_to_fit();
    return lines;
}

Result<std::shared_ptr<const SiteMapLines>> SiteMapParts::part(const std::shared_ptr<const IndexSnapshot>& snapshot,
                                                               std::size_t number) {
    const std::lock_guard lock(mutex_);
    if (snapshot_.lock() != snapshot) {
        parts_.assign(count(*snapshot), nullptr);
        snapshot_ = snapshot;
    }
    if (parts_[number] == nullptr) {
        auto lines = read(*snapshot, number);
        if (!lines) return tl::unexpected(lines.error());
        parts_[number] = std::make_shared<const SiteMapLines>(std::move(*lines));
    }
    return parts_[number];
}

}  // namespace schakel
