#include "searchd/suggestions/segment_titles.hpp"

#include <algorithm>
#include <limits>

namespace schakel {

namespace {

struct Title {
    std::string text;
    std::uint32_t document = 0;
};

Result<std::vector<Title>> read_titles(const Segment& segment) {
    std::vector<Title> titles;
    for (std::uint32_t document = 0; document < segment.records.size(); ++document) {
        const auto bytes = segment.records.read(document);
        if (!bytes) return tl::unexpected(bytes.error());
        auto record = decode_record(*bytes);
        if (!record) return tl::unexpected(record.error());
        if (!record->title.empty()) titles.push_back({std::move(record->title), document});
    }
    return titles;
}

std::uint16_t length_of(const Title& title) {
    return static_cast<std::uint16_t>(
        std::min<std::size_t>(title.text.size(), std::numeric_limits<std::uint16_t>::max()));
}

}  // namespace

Result<std::shared_ptr<const SegmentTitles>> SegmentTitles::read(std::shared_ptr<const Segment> segment,
                                                                 WordKeys& keys) {
    auto read = read_titles(*segment);
    if (!read) return tl::unexpected(read.error());
    std::ranges::stable_sort(*read, {}, length_of);
    std::shared_ptr<SegmentTitles> titles(new SegmentTitles(std::move(segment)));
    titles->documents_.reserve(read->size());
    titles->lengths_.reserve(read->size());
    NameIndex::Builder builder;
    for (const Title& title : *read) {
        builder.add(keys.of(title.text));
        titles->documents_.push_back(title.document);
        titles->lengths_.push_back(length_of(title));
    }
    titles->index_ = builder.finish();
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
