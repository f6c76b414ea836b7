#pragma once

#include <vector>

#include "searchd/engine/scoring/match_scores.hpp"
#include "searchd/engine/search_response.hpp"

namespace schakel {

/// What `MatchScores` gave a document and for what: each way to have each word, in each text field, and what having only some of
/// the words takes away. It asks the scorer itself, so it adds up to `score_of` within float error. What saturation leaves of a word
/// is shared among the fields by what each brought in. What `CloserLook` adds is told there. One thread; what it is made with must
/// outlive it.
class ScoreExplanation {
public:
    /// After `scores` has scored `query`.
    ScoreExplanation(const Query& query, MatchScores& scores) : query_(query), scores_(scores) {}

    /// Of a match; parts of 0 are left out. Errors: index_corrupt. Xapian exceptions pass through.
    Result<std::vector<ScorePart>> of(DocumentId document);

private:
    Result<void> add_parts(const QueryClause& clause, const Alternative& alternative, DocumentId document,
                           std::vector<ScorePart>& parts);

    const Query& query_;
    MatchScores& scores_;
};

}  // namespace schakel
