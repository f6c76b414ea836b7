#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searchd/engine/clause_postings.hpp"
#include "searchd/engine/index_snapshot.hpp"
#include "searchd/engine/term_statistics.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Which documents match a query and how well, as flat arrays over all documents: the posting lists are walked alternative by
/// alternative and add into them (score-at-a-time evaluation). Reused between queries, so it is not shared between threads.
class MatchScores {
public:
    /// `postings` has a database per segment, in order; both must outlive this.
    MatchScores(const IndexSnapshot& snapshot, const std::vector<Xapian::Database>& postings);

    /// Scores `query`: per clause the sum of its alternatives' BM25F scores times their weights. Afterwards the mode says
    /// whether all wanted clauses are required, or, when fewer than `minimum_all_words` documents have them all, any of them.
    /// Errors: index_corrupt. Xapian exceptions pass through.
    Result<void> score(const Query& query, const Settings::Search& settings);

    bool matches(DocumentId document) const { return matched_[document] >= required_; }
    float score_of(DocumentId document) const { return scores_[document] * share_factors_[matched_[document]]; }
    /// Documents that hold a term in the text field where it is most common; asked of the postings once a query.
    /// Hidden documents count until their segment is merged.
    std::size_t frequency(const std::string& term) const { return statistics_.frequency(term); }

    /// The same for what is told to people: 0 when only hidden documents have the term. Exact when so few documents have it that
    /// all of them may be hidden.
    std::size_t living_frequency(const std::string& term) const;

    /// Rarity of what was typed, of every clause that is not unwanted, in the order of the query.
    std::vector<float> rarities(const Query& query) const;

    bool requires_all() const { return required_all_; }

private:
    /// A document with what an alternative adds to its score.
    using Hits = std::vector<std::pair<DocumentId, float>>;

    Result<void> add_clause(const QueryClause& clause);
    Result<void> add_alternative(const Alternative& alternative, double highest_rarity);
    void add_any(const Alternative& alternative, double highest_rarity);
    Result<void> add_phrase(const Alternative& alternative, double highest_rarity);
    void add_together(const Alternative& alternative);
    void add_optional(const QueryClause& clause, double weight);
    Result<void> exclude(const Alternative& alternative);
    void leave_out_hidden();
    void weigh_shares(std::size_t clauses, double exponent);
    void choose_mode(std::size_t clauses, std::size_t minimum_all_words);

    double typed_rarity(const QueryClause& clause) const;
    double rarity(const std::vector<std::string>& terms) const;
    Hits part_hits(const std::string& part) const;

    /// Calls `visit(document, weight)` in all segments for documents with one of `terms`.
    template <class Visit>
    void visit_any(const std::vector<std::string>& terms, TextFields fields, Visit&& visit) const {
        for (std::size_t i = 0; i < postings_.size(); ++i)
            ClausePostings(postings_[i], i, snapshot_, statistics_).visit_any(terms, fields, visit);
    }
    template <class Visit>
    Result<void> visit_phrase(const std::vector<QueryTerm>& terms, Visit&& visit) const;

    /// Saturated as BM25 does, and what a title adds on top: there a word says what a text is about, however often others say it.
    float value_of(const Occurrences& found) const {
        return found.weight * (k1_ + 1) / (found.weight + k1_) + title_bonus_ * found.title;
    }
    void add(DocumentId document, float score);

    const IndexSnapshot& snapshot_;
    const std::vector<Xapian::Database>& postings_;
    mutable TermStatistics statistics_;  // of the terms of the query
    std::vector<float> scores_;
    std::vector<std::uint8_t> matched_;  // wanted clauses (at most 250) found in each document, plus one; 0 = excluded
    std::vector<std::uint8_t> last_;     // the last clause found in each document, from 1
    std::uint8_t clause_ = 0;            // the clause being added, from 1
    float k1_ = 1.2F;
    float title_bonus_ = 0;             // per unit of an occurrence's weight in the title
    std::vector<float> share_factors_;  // by matched_: what having only some of the words leaves of a score
    std::uint8_t required_ = 1;
    bool required_all_ = true;
};

}  // namespace schakel
