#include "searchd/engine/match_scores.hpp"

#include <algorithm>
#include <cmath>

#include "config/index/postings.hpp"

namespace schakel {

namespace {

/// Fields short enough that a stop word in them says something: the title "Wat werkt waar".
TextFields short_fields() { return all_text_fields().first(1); }
static_assert(field_table.front().id == FieldId::title);

/// Documents that both have, with their scores added; both ascending.
void keep_common(std::vector<std::pair<DocumentId, float>>& hits,
                 const std::vector<std::pair<DocumentId, float>>& others) {
    auto kept = hits.begin();
    auto other = others.begin();
    for (const auto& [document, score] : hits) {
        while (other != others.end() && other->first < document) ++other;
        if (other == others.end()) break;
        if (other->first == document) *kept++ = {document, score + other->second};
    }
    hits.erase(kept, hits.end());
}

}  // namespace

MatchScores::MatchScores(const IndexSnapshot& snapshot, const std::vector<Xapian::Database>& postings)
    : snapshot_(snapshot),
      postings_(postings),
      statistics_(snapshot, postings),
      scores_(snapshot.documents()),
      matched_(snapshot.documents()),
      last_(snapshot.documents()),
      share_factors_(2, 1.0F) {}

Result<void> MatchScores::score(const Query& query, const Settings::Search& settings) {
    std::fill(scores_.begin(), scores_.end(), 0.0F);
    std::fill(matched_.begin(), matched_.end(), std::uint8_t{1});
    std::fill(last_.begin(), last_.end(), std::uint8_t{0});
    k1_ = static_cast<float>(settings.bm25_k1);
    title_bonus_ = settings.weight_title > 0 ? static_cast<float>(settings.title_bonus / settings.weight_title) : 0.0F;
    clause_ = 0;
    statistics_.forget();
    const auto wanted = query.wanted();
    for (const QueryClause* clause : wanted) {
        ++clause_;
        if (auto added = add_clause(*clause); !added) return added;
    }
    for (const QueryClause* clause : query.optional()) add_optional(*clause, settings.weight_stop_word);
    for (const QueryClause* clause : query.unwanted())
        if (auto excluded = exclude(clause->alternatives.front()); !excluded) return excluded;
    leave_out_hidden();
    weigh_shares(wanted.size(), settings.share_exponent);
    choose_mode(wanted.size(), static_cast<std::size_t>(settings.minimum_all_words));
    return {};
}

std::size_t MatchScores::living_frequency(const std::string& term) const {
    const std::size_t all = frequency(term);
    if (all > snapshot_.hidden().size()) return all;
    std::size_t living = 0;
    visit_any({term}, all_text_fields(), [&](DocumentId document, const Occurrences&) {
        if (!snapshot_.is_hidden(document)) ++living;
    });
    return std::min(all, living);
}

/// Rarity (Robertson and Sparck Jones, in the form that is never negative) of terms that each suffice.
double MatchScores::rarity(const std::vector<std::string>& terms) const {
    double sum = 0;
    for (const std::string& term : terms) sum += static_cast<double>(frequency(term));
    const auto documents = static_cast<double>(snapshot_.documents());
    return std::log(1.0 + (std::max(documents - sum, 0.0) + 0.5) / (sum + 0.5));
}

void MatchScores::add(DocumentId document, float score) {
    scores_[document] += score;
    if (last_[document] == clause_) return;
    last_[document] = clause_;
    ++matched_[document];
}

double MatchScores::typed_rarity(const QueryClause& clause) const {
    double sum = 0;
    for (const QueryTerm& term : clause.alternatives.front().terms) sum += rarity({term.term});
    return sum;
}

std::vector<float> MatchScores::rarities(const Query& query) const {
    std::vector<float> rarities;
    for (const QueryClause& clause : query.clauses)
        if (!clause.excluded) rarities.push_back(static_cast<float>(typed_rarity(clause)));
    return rarities;
}

Result<void> MatchScores::add_clause(const QueryClause& clause) {
    // Another form of a word may not count as rarer than the word: "gemeente" in a compound is no better than "gemeente".
    const double highest = typed_rarity(clause);
    for (const Alternative& alternative : clause.alternatives)
        if (auto added = add_alternative(alternative, highest); !added) return added;
    return {};
}

Result<void> MatchScores::add_alternative(const Alternative& alternative, double highest_rarity) {
    switch (alternative.arrangement) {
        case Arrangement::single:
        case Arrangement::any: add_any(alternative, highest_rarity); break;
        case Arrangement::together: add_together(alternative); break;
        case Arrangement::phrase: return add_phrase(alternative, highest_rarity);
    }
    return {};
}

void MatchScores::add_any(const Alternative& alternative, double highest_rarity) {
    std::vector<std::string> terms;
    for (const QueryTerm& term : alternative.terms)
        if (frequency(term.term) > 0) terms.push_back(term.term);
    if (terms.empty()) return;
    const auto weight = static_cast<float>(alternative.weight * std::min(rarity(terms), highest_rarity));
    visit_any(terms, all_text_fields(),
              [&](DocumentId document, const Occurrences& found) { add(document, weight * value_of(found)); });
}

template <class Visit>
Result<void> MatchScores::visit_phrase(const std::vector<QueryTerm>& terms, Visit&& visit) const {
    for (std::size_t i = 0; i < postings_.size(); ++i) {
        const ClausePostings segment(postings_[i], i, snapshot_, statistics_);
        if (auto visited = segment.visit_phrase(terms, visit); !visited) return visited;
    }
    return {};
}

Result<void> MatchScores::add_phrase(const Alternative& alternative, double highest_rarity) {
    double sum = 0;
    for (const QueryTerm& term : alternative.terms) {
        if (frequency(term.term) == 0) return {};
        sum += rarity({term.term});
    }
    const auto weight = static_cast<float>(alternative.weight * std::min(sum, highest_rarity));
    return visit_phrase(alternative.terms, [&](DocumentId document, const Occurrences& found) {
        add(document, weight * value_of(found));
    });
}

MatchScores::Hits MatchScores::part_hits(const std::string& part) const {
    const std::vector<std::string> terms{part, part_term(part)};
    const auto weight = static_cast<float>(rarity(terms));
    Hits hits;
    visit_any(terms, all_text_fields(), [&](DocumentId document, const Occurrences& found) {
        hits.emplace_back(document, weight * value_of(found));
    });
    return hits;
}

void MatchScores::add_together(const Alternative& alternative) {
    Hits hits = part_hits(alternative.terms.front().term);
    for (std::size_t i = 1; i < alternative.terms.size() && !hits.empty(); ++i)
        keep_common(hits, part_hits(alternative.terms[i].term));
    const auto weight = static_cast<float>(alternative.weight);
    for (const auto& [document, score] : hits) add(document, weight * score);
}

void MatchScores::add_optional(const QueryClause& clause, double weight) {
    if (weight <= 0 || clause.alternatives.front().arrangement != Arrangement::single) return;
    const std::vector<std::string> terms{clause.alternatives.front().terms.front().term};
    const auto rare = static_cast<float>(weight * rarity(terms));
    visit_any(terms, short_fields(),
              [&](DocumentId document, const Occurrences& found) { scores_[document] += rare * value_of(found); });
}

Result<void> MatchScores::exclude(const Alternative& alternative) {
    const auto leave_out = [&](DocumentId document, const Occurrences&) { matched_[document] = 0; };
    if (alternative.arrangement == Arrangement::phrase) return visit_phrase(alternative.terms, leave_out);
    visit_any({alternative.terms.front().term}, all_text_fields(), leave_out);
    return {};
}

/// Once, behind the postings: looking at each posting would cost every query, this costs those documents only.
void MatchScores::leave_out_hidden() {
    for (const DocumentId document : snapshot_.hidden()) matched_[document] = 0;
}

/// A product with all words goes before one that has a rare word often: its score counts whole.
void MatchScores::weigh_shares(std::size_t clauses, double exponent) {
    share_factors_.assign(clauses + 2, 1.0F);
    for (std::size_t found = 0; found < clauses; ++found)
        share_factors_[found + 1] =
            static_cast<float>(std::pow(static_cast<double>(found) / static_cast<double>(clauses), exponent));
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
