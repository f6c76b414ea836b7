#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "searchd/engine/index/segment.hpp"
#include "searchd/suggestions/name_index.hpp"
#include "searchd/suggestions/typed_text.hpp"
#include "searchd/suggestions/word_keys.hpp"

namespace schakel {

/// A product of a segment of which the title was found.
struct FoundTitle {
    MatchPlace place = MatchPlace::beginning;
    std::uint32_t length = 0;    // bytes of the title
    std::uint32_t document = 0;  // number within the segment
};

/// By which words the titles of one segment are found. The titles themselves stay in its records. As immutable as the
/// segment, so generations share it; safe from any thread.
class SegmentTitles {
public:
    /// Reads all records of the segment: 60,000 take about a second. Errors: index_corrupt.
    static Result<std::shared_ptr<const SegmentTitles>> read(std::shared_ptr<const Segment> segment, WordKeys& keys);

    const Segment& segment() const { return *segment_; }

    /// At most `most` titles, best first, of documents that are not hidden.
    std::vector<FoundTitle> find(const TypedText& typed, std::size_t most,
                                 const std::function<bool(std::uint32_t document)>& is_hidden) const;

    std::size_t memory() const;

private:
    explicit SegmentTitles(std::shared_ptr<const Segment> segment) : segment_(std::move(segment)) {}

    std::shared_ptr<const Segment> segment_;
    NameIndex index_;
    std::vector<std::uint32_t> documents_;  // by number of the name, shortest title first
    std::vector<std::uint16_t> lengths_;
};

}  // namespace schakel
