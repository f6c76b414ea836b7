#include "searchd/exports/found_records.hpp"

#include <algorithm>
#include <span>

namespace schakel {

namespace {

Result<StoredRecord> record_of(const IndexSnapshot& snapshot, DocumentId document) {
    const SnapshotSegment& segment = snapshot.segment_of(document);
    const auto bytes = segment.files->records.read(document - segment.first);
    if (!bytes) return tl::unexpected(bytes.error());
    return decode_record(*bytes);
}

/// The ranked documents of the page asked for.
std::span<const RankedDocument> page_of(const std::vector<RankedDocument>& ranked, const SearchRequest& request) {
    const auto per_page = static_cast<std::size_t>(request.per_page);
    const std::size_t begin = std::min(ranked.size(), per_page * static_cast<std::size_t>(request.page - 1));
    return std::span(ranked).subspan(begin, std::min(per_page, ranked.size() - begin));
}

Result<FoundRecords> read_page(Searcher& searcher, const SearchRequest& request) {
    const auto swept = searcher.rank(request);
    if (!swept) return tl::unexpected(swept.error());
    FoundRecords found{{}, swept->total, searcher.shared_snapshot()};
    for (const RankedDocument& ranked : page_of(swept->top, request)) {
        auto record = record_of(*found.snapshot, ranked.document);
        if (!record) return tl::unexpected(record.error());
        found.records.push_back(std::move(*record));
    }
    return found;
}

}  // namespace

Result<FoundRecords> found_records(LiveIndex& index, SearchRequest request) {
    request.facets.clear();
    return index.ask([&](Searcher& searcher) { return read_page(searcher, request); });
}

Result<SelectedRecords> selected_records(LiveIndex& index, const std::vector<std::string>& ids) {
    return index.ask([&](Searcher& searcher) -> Result<SelectedRecords> {
        SelectedRecords selected;
        for (const std::string& id : ids) {
            auto record = searcher.find(id);
            if (!record) return tl::unexpected(record.error());
            if (*record)
                selected.records.push_back(std::move(**record));
            else
                selected.unknown.push_back(id);
        }
        return selected;
    });
}

}  // namespace schakel
