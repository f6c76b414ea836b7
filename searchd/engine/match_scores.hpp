#pragma once

#include <cstdint>
#include <vector>

#include <xapian.h>

#include "searchd/engine/index_snapshot.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Which documents match a query and how well, as flat arrays over all documents: the posting lists are walked clause by
/// clause and add into them (score-at-a-time evaluation). Reused between queries, so it is not shared between threads.
class MatchScores {
public:
    explicit MatchScores(const IndexSnapshot& snapshot);

    /// Scores `query` by BM25F; `postings` has a database per segment, in order. Afterwards the mode says whether all wanted
    /// clauses are required, or, when fewer than `minimum_all_words` documents have them all, any of them.
    /// Errors: index_corrupt. Xapian exceptions pass through.
    Result<void> score(const Query& query, const std::vector<Xapian::Database>& postings,
                       const Settings::Search& settings);

    bool matches(DocumentId document) const { return matched_[document] >= required_; }
    float score_of(DocumentId document) const { return scores_[document]; }
    bool requires_all() const { return required_all_; }

private:
    Result<void> add_clause(const QueryClause& clause, const std::vector<Xapian::Database>& postings, float k1);
    Result<void> exclude(const QueryClause& clause, const std::vector<Xapian::Database>& postings);
    void choose_mode(std::size_t clauses, std::size_t minimum_all_words);

    const IndexSnapshot& snapshot_;
    std::vector<float> scores_;
    std::vector<std::uint8_t> matched_;  // wanted clauses (at most 250) found in each document, plus one; 0 = excluded
    std::uint8_t required_ = 1;
    bool required_all_ = true;
};

}  // namespace schakel
