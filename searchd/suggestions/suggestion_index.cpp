#include "searchd/suggestions/suggestion_index.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "searchd/suggestions/named_values.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_same_titles = 20;  // records read in vain because others have the same title

constexpr std::size_t number_of(SuggestionKind kind) { return static_cast<std::size_t>(kind); }

/// A title with the number of its product in the live snapshot.
struct LiveTitle {
    FoundTitle found;
    const SnapshotSegment* segment = nullptr;

    auto order() const { return std::tuple(found.place, found.length, segment->first + found.document); }
};

const SnapshotSegment* place_of(const Segment& segment, const IndexSnapshot& live) {
    const auto& segments = live.segments();
    const auto at = std::ranges::find(segments, &segment, [](const SnapshotSegment& own) { return own.files.get(); });
    return at == segments.end() ? nullptr : &*at;
}

/// How many of each group are shown when the places are dealt out in turn.
std::array<std::size_t, suggestion_kinds> shares(
    const std::array<std::vector<SearchSuggestion>, suggestion_kinds>& groups, std::size_t places) {
    std::array<std::size_t, suggestion_kinds> share{};
    for (bool dealt = true; dealt && places > 0;) {
        dealt = false;
        for (std::size_t kind = 0; kind < suggestion_kinds && places > 0; ++kind) {
            if (share[kind] == groups[kind].size()) continue;
            ++share[kind];
            --places;
            dealt = true;
        }
    }
    return share;
}

}  // namespace

Result<std::shared_ptr<const SuggestionIndex>> SuggestionIndex::build(const IndexSnapshot& snapshot,
                                                                      std::span<const FrequentQuery> queries,
                                                                      const Installation& installation,
                                                                      const SuggestionIndex* predecessor) {
    std::shared_ptr<SuggestionIndex> index(new SuggestionIndex(installation));
    WordKeys keys(installation.language);
    for (const SuggestionKind kind :
         {SuggestionKind::theme, SuggestionKind::domain, SuggestionKind::region, SuggestionKind::organisation})
        index->values_[number_of(kind)] = ValueSuggestions(kind, named_values(kind, snapshot, installation), keys);
    index->values_[number_of(SuggestionKind::query)] =
        ValueSuggestions(SuggestionKind::query, named_queries(queries), keys);
    if (auto added = index->add_titles(snapshot, keys, predecessor); !added) return tl::unexpected(added.error());
    return index;
}

Result<void> SuggestionIndex::add_titles(const IndexSnapshot& snapshot, WordKeys& keys,
                                         const SuggestionIndex* predecessor) {
    for (const SnapshotSegment& segment : snapshot.segments()) {
        if (predecessor != nullptr) {
            const auto known = std::ranges::find(predecessor->titles_, segment.files.get(),
                                                 [](const auto& titles) { return &titles->segment(); });
            if (known != predecessor->titles_.end()) {
                titles_.push_back(*known);
                continue;
            }
        }
        auto titles = SegmentTitles::read(segment.files, keys);
        if (!titles) return tl::unexpected(titles.error());
        titles_.push_back(std::move(*titles));
    }
    return {};
}

Result<std::vector<SearchSuggestion>> SuggestionIndex::titles(const TypedText& typed, std::size_t most,
                                                              const IndexSnapshot& live) const {
    std::vector<LiveTitle> found;
    for (const auto& titles : titles_) {
        const SnapshotSegment* segment = place_of(titles->segment(), live);
        if (segment == nullptr) continue;
        const auto is_hidden = [&](std::uint32_t document) { return live.is_hidden(segment->first + document); };
        for (const FoundTitle& title : titles->find(typed, most + most_same_titles, is_hidden))
            found.push_back({title, segment});
    }
    std::ranges::sort(found, {}, &LiveTitle::order);
    std::vector<SearchSuggestion> suggestions;
    for (const LiveTitle& title : found) {
        if (suggestions.size() == most) break;
        const auto bytes = title.segment->files->records.read(title.found.document);
        if (!bytes) return tl::unexpected(bytes.error());
        auto record = decode_record(*bytes);
        if (!record) return tl::unexpected(record.error());
        if (std::ranges::find(suggestions, record->title, &SearchSuggestion::text) != suggestions.end()) continue;
        suggestions.push_back({.kind = SuggestionKind::title,
                               .text = record->title,
                               .code = std::move(record->id),
                               .pieces = typed.marked(record->title)});
    }
    return suggestions;
}

Result<std::vector<SearchSuggestion>> SuggestionIndex::answer(const SuggestionRequest& request,
                                                              const IndexSnapshot& live) const {
    const TypedText typed(request.typed, installation_.language);
    std::array<std::vector<SearchSuggestion>, suggestion_kinds> groups;
    for (std::size_t kind = 0; kind < suggestion_kinds; ++kind)
        if (request.kinds[kind]) groups[kind] = values_[kind].find(typed, request.limit);
    if (request.kinds[number_of(SuggestionKind::title)]) {
        auto found = titles(typed, request.limit, live);
        if (!found) return tl::unexpected(found.error());
        groups[number_of(SuggestionKind::title)] = std::move(*found);
    }
    const auto share = shares(groups, request.limit);
    std::vector<SearchSuggestion> suggestions;
    for (std::size_t kind = 0; kind < suggestion_kinds; ++kind)
        std::move(groups[kind].begin(), groups[kind].begin() + static_cast<std::ptrdiff_t>(share[kind]),
                  std::back_inserter(suggestions));
    return suggestions;
}

std::size_t SuggestionIndex::memory() const {
    std::size_t bytes = 0;
    for (const ValueSuggestions& values : values_) bytes += values.memory();
    for (const auto& titles : titles_) bytes += titles->memory();
    return bytes;
}

}  // namespace schakel
