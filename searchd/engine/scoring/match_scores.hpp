#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "config/settings.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/engine/scoring/alternative_hits.hpp"
#include "searchd/engine/scoring/document_set.hpp"
#include "searchd/engine/scoring/score_cells.hpp"
#include "searchd/engine/scoring/term_statistics.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Which documents match a query and how well. The clauses are walked from rare to frequent and add into flat arrays; once few
/// documents are left that have all of them, long lists are only looked into for those. Reused between queries, so it is not shared
/// between threads.
class MatchScores {
public:
    /// `postings` has a database per segment, in order; both must outlive this.
    MatchScores(const IndexSnapshot& snapshot, const std::vector<Xapian::Database>& postings);

    /// Scores `query`: per clause the sum of its alternatives' BM25F scores times their weights. A query with a condition matches
    /// exactly what meets it. For another, the mode says afterwards whether all wanted clauses are required or, when fewer than
    /// `minimum_all_words` documents have them all, any of them. What a document is filed under (`values`) is required in either
    /// mode. The form as typed and stop words change the order only: they are left to `CloserLook`.
    /// Errors: index_corrupt. Xapian exceptions pass through.
    Result<void> score(const Query& query, const Settings::Search& settings);

    /// Calls `visit(document, score)` for every match, in ascending order.
    template <class Visit>
    void visit_matches(Visit&& visit) const {
        if (required_ == 0) return matches_.visit([&](DocumentId document) { visit(document, score_of(document)); });
        matches_.visit([&](DocumentId document) {  // has been touched, or it would not be there
            const ScoreCell& cell = cells_[document];
            if (cell.found >= required_) visit(document, cell.score * share_factors_[cell.found]);
        });
    }

    /// At most so many documents match.
    std::size_t matches() const { return matches_.count(); }
    bool matches(DocumentId document) const {
        return matches_.contains(document) && (required_ == 0 || cells_[document].found >= required_);
    }

    /// Of a match.
    float score_of(DocumentId document) const {
        if (!cells_.touched().contains(document)) return 0;
        const ScoreCell& cell = cells_[document];
        return cell.score * share_factors_[cell.found];
    }

    /// What is left of the score of a match because it has only some of the words: 1 = all of it.
    float share_factor_of(DocumentId document) const { return share_factors_[found_of(document)]; }

    /// How many of the ranked clauses a match has.
    std::size_t found_of(DocumentId document) const {
        return cells_.touched().contains(document) ? cells_[document].found : 0;
    }

    /// How many ranked clauses the query has.
    std::size_t clauses() const { return cells_.clauses(); }

    /// Documents that hold a term in one of their text fields. Hidden documents count until their segment is merged.
    std::size_t frequency(const std::string& term) const { return statistics_->frequency(term); }

    /// The same for what is told to people: 0 when only hidden documents have the term. Exact when so few documents have it that
    /// all of them may be hidden.
    std::size_t living_frequency(const std::string& term) const;

    /// Whether a match has all of the words; also when the query has none, or a condition.
    bool requires_all() const { return required_all_; }

    /// What scores are made of, for who looks at a few documents again.
    AlternativeHits& alternatives() { return hits_; }

private:
    using Clauses = std::vector<const QueryClause*>;

    void start(const Settings::Search& settings);
    Result<void> leave_out(const Query& query);
    Result<void> score_condition(const Query& query);
    Result<void> score_words(const Clauses& clauses, std::size_t minimum_all_words);
    Result<void> walk(const Clauses& clauses);
    Result<void> walk(const QueryClause& clause);
    Result<void> walk_all(std::span<const QueryClause* const> clauses, std::size_t minimum_all_words);
    Result<bool> only_complete(std::span<const QueryClause* const> rest, std::size_t minimum_all_words);
    Result<std::vector<DocumentId>> keep_with(const QueryClause& clause, const std::vector<DocumentId>& documents);
    std::vector<DocumentId> complete_documents() const;
    std::size_t count_complete() const;
    void choose_mode(std::size_t clauses, std::size_t minimum_all_words);
    void weigh_shares(std::size_t clauses, double exponent);
    Clauses rare_first(Clauses clauses) const;
    std::size_t cost(const QueryClause& clause) const;

    const IndexSnapshot& snapshot_;
    const std::vector<Xapian::Database>& postings_;
    std::unique_ptr<TermStatistics> statistics_;  // where it is known to hits_, also when this moves
    AlternativeHits hits_;
    DocumentSet hidden_;
    DocumentSet left_out_;  // hidden, or unwanted by the query
    ScoreCells cells_;
    DocumentSet matches_;  // some of them may have too few clauses: see required_
    std::vector<float> share_factors_{
        1.0F};                   // by number of clauses found: what having only some of them leaves of a score
    std::uint8_t required_ = 0;  // clauses that a match must have; 0 = it may be one that was never touched
    bool required_all_ = true;
};

}  // namespace schakel
