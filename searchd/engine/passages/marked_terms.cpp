#include "searchd/engine/passages/marked_terms.hpp"

#include <algorithm>

#include "config/index/postings.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_clauses = 64;   // bits of a ClauseSet
constexpr std::uint32_t phrase_slack = 2;  // words by which those of a phrase may stand wider apart, or nearer
constexpr std::uint32_t parts_slack = 12;  // words between the parts of a compound that are taken together

}  // namespace

void merge(TermUse& into, const TermUse& from) {
    into.clauses |= from.clauses;
    into.name_words.insert(into.name_words.end(), from.name_words.begin(), from.name_words.end());
}

MarkedTerms::MarkedTerms(const Query& query, const std::function<bool(const std::string&)>& is_stop_word) {
    const auto wanted = query.wanted();
    for (std::size_t i = 0; i < std::min(wanted.size(), most_clauses); ++i)
        add_clause(*wanted[i], ClauseSet{1} << i, is_stop_word);
}

void MarkedTerms::add_clause(const QueryClause& clause, ClauseSet bit, const IsStopWord& is_stop_word) {
    for (std::size_t i = 0; clause.text_field && i < text_field_count; ++i)
        if (field_table[i].id != *clause.text_field) elsewhere_[i] |= bit;
    for (const Alternative& alternative : clause.alternatives)
        if (alternative.terms.size() > 1 && alternative.arrangement != Arrangement::any)
            add_name(clause, alternative, bit, is_stop_word);
        else
            for (const QueryTerm& term : alternative.terms) uses_[term.term].clauses |= bit;
}

/// "en" in "kennis- en leerlandschap" says nothing by itself.
void MarkedTerms::add_name(const QueryClause& clause, const Alternative& alternative, ClauseSet bit,
                           const IsStopWord& is_stop_word) {
    const bool parts = alternative.arrangement == Arrangement::together;
    Name name{bit, {}, parts ? parts_slack : phrase_slack};
    const auto number = static_cast<std::uint32_t>(names_.size());
    for (const QueryTerm& term : alternative.terms) {
        if (!clause.quoted && is_stop_word(term.term)) continue;
        const TermUse::NameWord word{number, static_cast<std::uint32_t>(name.offsets.size())};
        uses_[term.term].name_words.push_back(word);
        if (parts) uses_[part_term(term.term)].name_words.push_back(word);
        name.offsets.push_back(parts ? 0 : static_cast<std::uint32_t>(term.offset));
    }
    names_.push_back(std::move(name));
}

ClauseSet MarkedTerms::clauses_of(const std::string& term) const {
    const auto found = uses_.find(term);
    if (found == uses_.end()) return 0;
    ClauseSet clauses = found->second.clauses;
    for (const TermUse::NameWord& word : found->second.name_words) clauses |= names_[word.name].clause;
    return clauses;
}

/// A word that shows the clause by itself does not complete another one.
bool MarkedTerms::stands_at(std::span<const PlacedUse> places, const TermUse::NameWord& word,
                            std::uint32_t expected) const {
    const Name& name = names_[word.name];
    const std::uint32_t first = expected - std::min(expected, name.slack);
    auto place = std::lower_bound(places.begin(), places.end(), first,
                                  [](const PlacedUse& one, std::uint32_t at) { return one.position < at; });
    for (; place != places.end() && place->position <= expected + name.slack; ++place) {
        const std::vector<TermUse::NameWord>& words = place->use->name_words;
        if ((place->use->clauses & name.clause) == 0 &&
            std::any_of(words.begin(), words.end(), [&](const TermUse::NameWord& other) {
                return other.name == word.name && other.word == word.word;
            }))
            return true;
    }
    return false;
}

bool MarkedTerms::stands_whole(std::span<const PlacedUse> places, std::size_t index,
                               const TermUse::NameWord& word) const {
    const std::vector<std::uint32_t>& offsets = names_[word.name].offsets;
    for (std::uint32_t other = 0; other < offsets.size(); ++other) {
        if (other == word.word) continue;
        const std::uint32_t forward = places[index].position + offsets[other];
        const std::uint32_t expected = forward - std::min(forward, offsets[word.word]);
        if (!stands_at(places, {word.name, other}, expected)) return false;
    }
    return true;
}

std::vector<PlacedHit> MarkedTerms::hits_among(std::span<const PlacedUse> places, FieldId text_field,
                                               NameWords names) const {
    std::vector<PlacedHit> hits;
    hits.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        ClauseSet clauses = places[i].use->clauses;
        for (const TermUse::NameWord& word : places[i].use->name_words)
            if (const ClauseSet clause = names_[word.name].clause;
                (clauses & clause) == 0 && (names == NameWords::apart || stands_whole(places, i, word)))
                clauses |= clause;
        clauses &= ~elsewhere(text_field);
        if (clauses != 0) hits.push_back({places[i].position, clauses, places[i].implied});
    }
    return hits;
}

}  // namespace schakel
