#include "searchd/engine/match_scores.hpp"

#include <algorithm>
#include <cmath>

#include "searchd/engine/clause_postings.hpp"

namespace schakel {

namespace {

/// Rarity of a clause (Robertson and Sparck Jones, in the form that is never negative); of a phrase: of its words together.
float rarity(const QueryClause& clause, const std::vector<Xapian::Database>& postings, std::size_t documents) {
    double sum = 0;
    for (const QueryTerm& term : clause.terms) {
        const auto frequency = static_cast<double>(ClausePostings::document_frequency(postings, term));
        sum += std::log(1.0 + (static_cast<double>(documents) - frequency + 0.5) / (frequency + 0.5));
    }
    return static_cast<float>(sum);
}

}  // namespace

MatchScores::MatchScores(const IndexSnapshot& snapshot)
    : snapshot_(snapshot), scores_(snapshot.documents()), matched_(snapshot.documents()) {}

Result<void> MatchScores::score(const Query& query, const std::vector<Xapian::Database>& postings,
                                const Settings::Search& settings) {
    std::fill(scores_.begin(), scores_.end(), 0.0F);
    std::fill(matched_.begin(), matched_.end(), std::uint8_t{1});
    const std::vector<QueryClause> wanted = query.wanted();
    for (const QueryClause& clause : wanted)
        if (auto added = add_clause(clause, postings, static_cast<float>(settings.bm25_k1)); !added) return added;
    for (const QueryClause& clause : query.unwanted())
        if (auto excluded = exclude(clause, postings); !excluded) return excluded;
    choose_mode(wanted.size(), static_cast<std::size_t>(settings.minimum_all_words));
    return {};
}

Result<void> MatchScores::add_clause(const QueryClause& clause, const std::vector<Xapian::Database>& postings,
                                     float k1) {
    const float weight = rarity(clause, postings, snapshot_.documents()) * (k1 + 1);
    const auto add = [&](DocumentId document, float occurrences) {
        scores_[document] += weight * occurrences / (occurrences + k1);
        ++matched_[document];
    };
    for (std::size_t i = 0; i < postings.size(); ++i)
        if (auto visited = ClausePostings(postings[i], snapshot_.segments()[i], snapshot_).visit(clause, add); !visited)
            return visited;
    return {};
}

Result<void> MatchScores::exclude(const QueryClause& clause, const std::vector<Xapian::Database>& postings) {
    const auto leave_out = [&](DocumentId document, float) { matched_[document] = 0; };
    for (std::size_t i = 0; i < postings.size(); ++i)
        if (auto visited = ClausePostings(postings[i], snapshot_.segments()[i], snapshot_).visit(clause, leave_out);
            !visited)
            return visited;
    return {};
}

void MatchScores::choose_mode(std::size_t clauses, std::size_t minimum_all_words) {
    const auto all = static_cast<std::uint8_t>(clauses + 1);
    const std::uint8_t any = clauses == 0 ? all : std::uint8_t{2};
    const auto having = [&](std::uint8_t least) {
        return static_cast<std::size_t>(
            std::count_if(matched_.begin(), matched_.end(), [&](std::uint8_t m) { return m >= least; }));
    };
    const std::size_t with_all = having(all);
    required_all_ = with_all >= minimum_all_words || all == any || with_all == having(any);
    required_ = required_all_ ? all : any;
}

}  // namespace schakel
