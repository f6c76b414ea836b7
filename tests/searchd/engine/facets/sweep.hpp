#pragma once

#include <utility>

#include "searchd/engine/facets/facet_sweep.hpp"

namespace schakel {

/// Factors that change no score.
struct NoFactors {
    float of(DocumentId) const { return 1; }
    bool is_neutral() const { return true; }
    bool order_without_words() const { return false; }
};

/// What a search does with its matches: filter, weigh, count. `matches` holds no hidden documents.
template <class Factors = NoFactors>
SweepResult sweep(const IndexSnapshot& snapshot, MatchList matches, const SweepQuestion& question,
                  const Factors& factors = {}) {
    FilteredMatches filtered = filter_matches(snapshot, question.domains, std::move(matches), question.request);
    if (question.request.sort == SortOrder::relevance) weigh(filtered.hits, factors);
    return sweep_filtered(snapshot, filtered, question);
}

/// Every living document, without a score: what a query without words matches.
MatchList living_documents(const IndexSnapshot& snapshot);

}  // namespace schakel
