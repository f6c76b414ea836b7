#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "analyzers/installation.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/request/suggestion_request.hpp"
#include "searchd/suggestions/segment_titles.hpp"
#include "searchd/suggestions/suggestion.hpp"
#include "searchd/suggestions/value_suggestions.hpp"

namespace schakel {

/// What can be suggested while somebody types, made once of a snapshot: themes, domains, regions and organisations that
/// products have, their titles, and what others asked. It never knows persons: authors are not read. Immutable; safe
/// from any thread.
class SuggestionIndex {
public:
    /// Reads the titles of the segments that `predecessor` (may be null) does not have yet: a second for 60,000.
    /// Errors: index_corrupt. `installation` must outlive it.
    static Result<std::shared_ptr<const SuggestionIndex>> build(const IndexSnapshot& snapshot,
                                                                std::span<const FrequentQuery> queries,
                                                                const Installation& installation,
                                                                const SuggestionIndex* predecessor);

    /// At most `request.limit` suggestions, group behind group in the order of SuggestionKind and best first within
    /// one. Every kind that has something gets its share: the places are dealt out in turn. Of the titles only those of
    /// products that `live` has and does not hide, whatever was there when this was built. Errors: index_corrupt.
    Result<std::vector<SearchSuggestion>> answer(const SuggestionRequest& request, const IndexSnapshot& live) const;

    /// Bytes that it takes, about.
    std::size_t memory() const;

private:
    explicit SuggestionIndex(const Installation& installation) : installation_(installation) {}

    Result<void> add_titles(const IndexSnapshot& snapshot, WordKeys& keys, const SuggestionIndex* predecessor);
    Result<std::vector<SearchSuggestion>> titles(const TypedText& typed, std::size_t most,
                                                 const IndexSnapshot& live) const;

    const Installation& installation_;
    std::array<ValueSuggestions, suggestion_kinds> values_;  // by kind; of titles nothing
    std::vector<std::shared_ptr<const SegmentTitles>> titles_;
};

}  // namespace schakel
