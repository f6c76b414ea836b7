#pragma once

#include <algorithm>
#include <vector>

#include "searchd/engine/index/joined_columns.hpp"

namespace schakel {

/// Documents that match the words of a query, ascending, each with its score. A plain value.
struct MatchList {
    std::vector<DocumentId> documents;
    std::vector<float> scores;  // as many; all zero when there were no words to score by

    std::size_t size() const { return documents.size(); }
    void reserve(std::size_t most) {
        documents.reserve(most);
        scores.reserve(most);
    }
    void add(DocumentId document, float score) {
        documents.push_back(document);
        scores.push_back(score);
    }
};

/// What `scores` found: it offers `visit_matches(visit(document, score))`, ascending, and `matches()`, at least as many.
template <class Scores>
MatchList matches_of(const Scores& scores) {
    MatchList list;
    list.reserve(scores.matches());
    scores.visit_matches([&](DocumentId document, float score) { list.add(document, score); });
    return list;
}

/// The order of things that were not searched for by words: what `factors.of(document)` says of each of them. Otherwise it
/// multiplies the scores. `factors` may change every score, but none below zero.
template <class Factors>
void weigh(MatchList& list, const Factors& factors) {
    if (factors.is_neutral()) return;
    const bool scored = std::any_of(list.scores.begin(), list.scores.end(), [](float score) { return score > 0; });
    if (!scored && !factors.order_without_words()) return;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const float factor = factors.of(list.documents[i]);
        list.scores[i] = scored ? list.scores[i] * factor : factor;
    }
}

}  // namespace schakel
