#include "searchd/engine/scoring/match_scores.hpp"

#include <algorithm>
#include <cmath>

#include "searchd/engine/scoring/clause_matches.hpp"
#include "searchd/engine/scoring/ranked_clauses.hpp"

namespace schakel {

namespace {

constexpr std::size_t skip_ratio = 8;  // a list so many times longer than the documents left is skipped through

}  // namespace

MatchScores::MatchScores(const IndexSnapshot& snapshot, const std::vector<Xapian::Database>& postings)
    : snapshot_(snapshot),
      postings_(postings),
      statistics_(std::make_unique<TermStatistics>(snapshot)),
      hits_(snapshot, postings, *statistics_),
      hidden_(snapshot.documents()),
      left_out_(snapshot.documents()),
      cells_(snapshot.documents()),
      matches_(snapshot.documents()) {
    for (const DocumentId document : snapshot.hidden()) hidden_.insert(document);
}

Result<void> MatchScores::score(const Query& query, const Settings::Search& settings) {
    start(settings);
    if (query.condition) return score_condition(query);
    if (auto left = leave_out(query); !left) return left;
    const Clauses clauses = ranked_clauses(query);
    weigh_shares(clauses.size(), settings.share_exponent);
    return score_words(rare_first(clauses), static_cast<std::size_t>(settings.minimum_all_words));
}

void MatchScores::start(const Settings::Search& settings) {
    statistics_->trim();
    hits_.set_saturation(
        {static_cast<float>(settings.bm25_k1),
         settings.weight_title > 0 ? static_cast<float>(settings.title_bonus / settings.weight_title) : 0.0F});
    cells_.start();
    left_out_ = hidden_;
    required_ = 0;
    required_all_ = true;
    share_factors_.assign(1, 1.0F);
}

/// What is unwanted, and what is filed under other values than those asked for.
Result<void> MatchScores::leave_out(const Query& query) {
    for (const QueryClause& clause : query.clauses) {
        if (!clause.excluded && !clause.values) continue;
        auto those = typed_matches(snapshot_, clause, hits_);
        if (!those) return tl::unexpected(those.error());
        if (!clause.excluded) those->invert();
        left_out_.add(*those);
    }
    return {};
}

Result<void> MatchScores::score_condition(const Query& query) {
    const auto meeting = condition_matches(snapshot_, *query.condition, query, hits_);
    if (!meeting) return tl::unexpected(meeting.error());
    const Clauses clauses = ranked_clauses(query);
    weigh_shares(clauses.size(), 0);
    if (auto walked = walk(clauses); !walked) return walked;
    matches_ = *meeting;
    matches_.remove(left_out_);
    return {};
}

Result<void> MatchScores::score_words(const Clauses& clauses, std::size_t minimum_all_words) {
    if (clauses.empty()) {
        matches_.fill();
        matches_.remove(left_out_);
        return {};
    }
    if (auto walked = walk_all(clauses, minimum_all_words); !walked) return walked;
    matches_ = cells_.touched();
    matches_.remove(left_out_);
    choose_mode(clauses.size(), minimum_all_words);
    return {};
}

/// Clause by clause, until it pays to look only for the documents that still have all of them. When these turn out to be too few,
/// so that any of the words will do, what was tried is undone and the rest is walked after all.
Result<void> MatchScores::walk_all(std::span<const QueryClause* const> clauses, std::size_t minimum_all_words) {
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        const std::size_t left = cells_.complete();
        if (i > 0 && left >= minimum_all_words && left * skip_ratio < cost(*clauses[i])) {
            const auto enough = only_complete(clauses.subspan(i), minimum_all_words);
            if (!enough) return tl::unexpected(enough.error());
            if (*enough) return {};
            return walk(Clauses(clauses.begin() + static_cast<std::ptrdiff_t>(i), clauses.end()));
        }
        if (auto walked = walk(*clauses[i]); !walked) return walked;
    }
    return {};
}

Result<void> MatchScores::walk(const Clauses& clauses) {
    for (const QueryClause* clause : clauses)
        if (auto walked = walk(*clause); !walked) return walked;
    return {};
}

Result<void> MatchScores::walk(const QueryClause& clause) {
    cells_.next_clause();
    const double highest = hits_.typed_rarity(clause);
    for (const Alternative& alternative : clause.alternatives) {
        if (is_bonus(clause, alternative)) continue;
        const auto found = hits_.all(alternative, clause.text_field);
        if (!found) return tl::unexpected(found.error());
        cells_.add(**found, hits_.weight(alternative, highest));
    }
    return {};
}

/// Whether enough of the documents that have all clauses so far have the rest as well; when not, nothing has changed.
Result<bool> MatchScores::only_complete(std::span<const QueryClause* const> rest, std::size_t minimum_all_words) {
    const std::size_t clauses = cells_.clauses();
    const std::vector<DocumentId> before = complete_documents();
    const std::vector<ScoreCell> saved = cells_.saved(before);
    std::vector<DocumentId> left = before;
    for (const QueryClause* clause : rest) {
        if (left.size() < minimum_all_words) break;
        auto kept = keep_with(*clause, left);
        if (!kept) return tl::unexpected(kept.error());
        left = std::move(*kept);
    }
    const bool enough = left.size() >= minimum_all_words;
    if (!enough) cells_.restore(before, saved, clauses);
    return enough;
}

/// Adds what the clause is worth to those of `documents` that have it, and returns them.
Result<std::vector<DocumentId>> MatchScores::keep_with(const QueryClause& clause,
                                                       const std::vector<DocumentId>& documents) {
    cells_.next_clause();
    const double highest = hits_.typed_rarity(clause);
    for (const Alternative& alternative : clause.alternatives) {
        if (is_bonus(clause, alternative)) continue;
        const auto found = hits_.among(documents, alternative, clause.text_field);
        if (!found) return tl::unexpected(found.error());
        cells_.add(*found, hits_.weight(alternative, highest));
    }
    std::vector<DocumentId> kept;
    for (const DocumentId document : documents)
        if (cells_[document].found == cells_.clauses()) kept.push_back(document);
    return kept;
}

/// That have all clauses so far and are not left out.
std::vector<DocumentId> MatchScores::complete_documents() const {
    std::vector<DocumentId> documents;
    documents.reserve(cells_.complete());
    cells_.touched().visit([&](DocumentId document) {
        if (cells_[document].found == cells_.clauses() && !left_out_.contains(document)) documents.push_back(document);
    });
    return documents;
}

std::size_t MatchScores::count_complete() const {
    DocumentSet unwanted = cells_.touched();
    unwanted.keep(left_out_);
    std::size_t count = cells_.complete();
    unwanted.visit([&](DocumentId document) {
        if (cells_[document].found == cells_.clauses()) --count;
    });
    return count;
}

/// A product with all words goes before one that has a rare word often: its score counts whole.
void MatchScores::weigh_shares(std::size_t clauses, double exponent) {
    share_factors_.assign(clauses + 1, 1.0F);
    for (std::size_t found = 0; found < clauses; ++found)
        share_factors_[found] =
            static_cast<float>(std::pow(static_cast<double>(found) / static_cast<double>(clauses), exponent));
}

void MatchScores::choose_mode(std::size_t clauses, std::size_t minimum_all_words) {
    const std::size_t with_all = count_complete();
    required_all_ = clauses == 1 || with_all >= minimum_all_words || with_all == matches_.count();
    required_ = static_cast<std::uint8_t>(required_all_ ? clauses : 1);
}

MatchScores::Clauses MatchScores::rare_first(Clauses clauses) const {
    std::vector<std::pair<std::size_t, const QueryClause*>> by_cost;
    for (const QueryClause* clause : clauses) by_cost.emplace_back(cost(*clause), clause);
    std::stable_sort(by_cost.begin(), by_cost.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::transform(by_cost.begin(), by_cost.end(), clauses.begin(), [](const auto& each) { return each.second; });
    return clauses;
}

std::size_t MatchScores::cost(const QueryClause& clause) const {
    std::size_t sum = 0;
    for (const Alternative& alternative : clause.alternatives)
        if (!is_bonus(clause, alternative)) sum += hits_.cost(alternative);
    return sum;
}

std::size_t MatchScores::living_frequency(const std::string& term) const {
    const std::size_t all = frequency(term);
    if (all > snapshot_.hidden().size()) return all;
    std::size_t hidden = 0;
    TermPostings(snapshot_, postings_, *statistics_)
        .visit_among(snapshot_.hidden(), std::span(&term, 1), std::nullopt,
                     [&](DocumentId, const Occurrences&) { ++hidden; });
    return all - hidden;
}

}  // namespace schakel
