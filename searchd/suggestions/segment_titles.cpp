#include "searchd/suggestions/segment_titles.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace schakel {

namespace {

std::uint16_t length_of(const std::string& title) {
    return static_cast<std::uint16_t>(std::min<std::size_t>(title.size(), std::numeric_limits<std::uint16_t>::max()));
}

/// Of titles in order of document the places they get when the shortest come first.
std::vector<std::uint32_t> ranks_by(const std::vector<std::uint16_t>& lengths) {
    std::vector<std::uint32_t> shortest_first(lengths.size());
    std::iota(shortest_first.begin(), shortest_first.end(), 0U);
    std::ranges::stable_sort(shortest_first, {}, [&](std::uint32_t title) { return lengths[title]; });
    std::vector<std::uint32_t> ranks(lengths.size());
    for (std::uint32_t rank = 0; rank < shortest_first.size(); ++rank) ranks[shortest_first[rank]] = rank;
    return ranks;
}

template <class Value>
std::vector<Value> ranked(const std::vector<Value>& values, const std::vector<std::uint32_t>& ranks) {
    std::vector<Value> sorted(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) sorted[ranks[i]] = values[i];
    return sorted;
}

}  // namespace

/// Titles are let go of once their keys are known: together they would take more than all that is kept.
Result<std::shared_ptr<const SegmentTitles>> SegmentTitles::read(std::shared_ptr<const Segment> segment,
                                                                 WordKeys& keys) {
    std::vector<std::uint32_t> documents;
    std::vector<std::uint16_t> lengths;
    NameIndex::Builder builder;
    for (std::uint32_t document = 0; document < segment->records.size(); ++document) {
        const auto bytes = segment->records.read(document);
        if (!bytes) return tl::unexpected(bytes.error());
        const auto record = decode_record(*bytes);
        if (!record) return tl::unexpected(record.error());
        if (record->title.empty()) continue;
        builder.add(keys.of(record->title));
        documents.push_back(document);
        lengths.push_back(length_of(record->title));
    }
    const std::vector<std::uint32_t> ranks = ranks_by(lengths);
    std::shared_ptr<SegmentTitles> titles(new SegmentTitles(std::move(segment)));
    titles->documents_ = ranked(documents, ranks);
    titles->lengths_ = ranked(lengths, ranks);
    titles->index_ = builder.finish(ranks);
    return titles;
}

std::vector<FoundTitle> SegmentTitles::find(const TypedText& typed, std::size_t most,
                                            const std::function<bool(std::uint32_t document)>& is_hidden) const {
    std::vector<FoundTitle> found;
    if (most == 0) return found;
    index_.find(typed.words(), [&](std::uint32_t name, MatchPlace place) {
        if (!is_hidden(documents_[name])) found.push_back({place, lengths_[name], documents_[name]});
        return found.size() < most;
    });
    return found;
}

std::size_t SegmentTitles::memory() const {
    return index_.memory() + documents_.capacity() * sizeof(std::uint32_t) +
           lengths_.capacity() * sizeof(std::uint16_t);
}

}  // namespace schakel
