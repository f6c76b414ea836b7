#include "searchd/query/query_expander.hpp"

#include <algorithm>
#include <array>

#include "config/index/postings.hpp"

namespace schakel {

namespace {

bool is_plain_word(const QueryClause& clause) { return !clause.excluded && !clause.quoted && clause.word != nullptr; }

bool can_be_named(const QueryClause& clause) {
    return !clause.excluded && !clause.quoted && !clause.alternatives.empty() &&
           clause.alternatives.front().arrangement == Arrangement::single;
}

/// Adds what the clause does not have yet.
void add(QueryClause& clause, Alternative alternative) {
    if (alternative.weight <= 0) return;
    const bool known = std::any_of(clause.alternatives.begin(), clause.alternatives.end(), [&](const Alternative& a) {
        return a.terms == alternative.terms && a.arrangement == alternative.arrangement;
    });
    if (!known) clause.alternatives.push_back(std::move(alternative));
}

void add_term(QueryClause& clause, std::string term, Reason reason, double weight) {
    add(clause, {{{std::move(term), 0}}, Arrangement::single, reason, weight, ""});
}

/// Whether one part of a compound ends and another begins behind its first `bytes`.
bool is_divided_at(const Word& compound, std::size_t bytes) {
    return std::any_of(compound.parts.begin(), compound.parts.end(),
                       [&](const WordPart& part) { return part.begin == bytes; });
}

}  // namespace

void QueryExpander::expand(Query& query, bool with_synonyms) {
    for (QueryClause& clause : query.clauses)
        if (is_plain_word(clause)) {
            add_forms(clause);
            add_compound(clause);
            add_derivations(clause);
        }
    for (std::size_t i = 0; i + 1 < query.clauses.size(); ++i)
        if (is_plain_word(query.clauses[i]) && is_plain_word(query.clauses[i + 1]) && query.clauses[i + 1].adjoins)
            add_joined_neighbours(query.clauses[i], query.clauses[i + 1]);
    if (with_synonyms && settings_.weight_synonym > 0) add_synonyms(query);
}

void QueryExpander::add_forms(QueryClause& clause) {
    const std::string& form = clause.word->form;
    add_term(clause, exact_term(form), Reason::exact_form, settings_.weight_exact_form);
    add_term(clause, part_term(clause.word->term), Reason::inside, settings_.weight_inside);
    add_term(clause, foreign_.english_term(form), Reason::english, settings_.weight_english);
}

void QueryExpander::add_compound(QueryClause& clause) const {
    if (clause.word->parts.empty()) return;
    Alternative parts{{}, Arrangement::together, Reason::parts, settings_.weight_parts, ""};
    for (const WordPart& part : clause.word->parts) {
        const bool known = std::any_of(parts.terms.begin(), parts.terms.end(),
                                       [&](const QueryTerm& term) { return term.term == part.term; });
        if (!known) parts.terms.push_back({part.term, 0});
    }
    if (parts.terms.size() > 1) add(clause, std::move(parts));
}

void QueryExpander::add_derivations(QueryClause& clause) const {
    if (settings_.weight_derivation <= 0) return;
    for (std::string& term : tables_.derivations.of(clause.word->term))
        add_term(clause, std::move(term), Reason::derivation, settings_.weight_derivation);
}

/// Only the plain run of both is analysed; with linking letters the word must be listed, which is quick to see.
std::string QueryExpander::joined_term(const Word& left, const Word& right) const {
    const Word plain = words_.analyze(left.form + right.form);
    if (plain.rule == WordRule::lexicon) return plain.term;
    const bool made_of_both = is_divided_at(plain, left.form.size()) &&
                              plain.parts.back().term == right.term;  // one part behind the boundary
    if (plain.rule == WordRule::compound && made_of_both) return plain.term;
    static constexpr std::array<std::string_view, 3> links{"s", "en", "e"};
    for (const std::string_view link : links)
        if (const std::string linked = left.form + std::string(link) + right.form; lexicon_.find(linked))
            return words_.term_of(linked);
    return {};
}

void QueryExpander::add_joined_neighbours(QueryClause& left, QueryClause& right) const {
    if (settings_.weight_joined <= 0) return;
    const std::string term = joined_term(*left.word, *right.word);
    if (term.empty()) return;
    add_term(left, term, Reason::joined, settings_.weight_joined);
    add_term(right, term, Reason::joined, settings_.weight_joined);
}

void QueryExpander::add_synonyms(Query& query) const {
    for (std::size_t first = 0; first < query.clauses.size();) first += add_synonyms_at(query, first);
}

/// The longest name that starts at clause `first` gets its other names; returns how many clauses are done.
std::size_t QueryExpander::add_synonyms_at(Query& query, std::size_t first) const {
    std::string key;
    std::size_t named = 0;
    const std::vector<Synonym>* synonyms = nullptr;
    const std::size_t last = std::min(query.clauses.size(), first + tables_.synonyms.longest());
    for (std::size_t i = first; i < last && can_be_named(query.clauses[i]); ++i) {
        if (i > first && !query.clauses[i].adjoins) break;
        (key += key.empty() ? "" : " ") += query.clauses[i].alternatives.front().terms.front().term;
        if (const std::vector<Synonym>& found = tables_.synonyms.of(key); !found.empty()) {
            synonyms = &found;
            named = i + 1 - first;
        }
    }
    if (named == 0) return 1;
    for (std::size_t i = first; i < first + named; ++i)
        for (const Synonym& synonym : *synonyms) {
            if (!synonym.only_for.empty() && synonym.only_for != query.clauses[i].typed) continue;
            add(query.clauses[i],
                {synonym.terms, synonym.terms.size() > 1 ? Arrangement::phrase : Arrangement::single,
                 synonym.succession ? Reason::successor : Reason::synonym,
                 settings_.weight_synonym * synonym.weight / static_cast<double>(named), synonym.label});
        }
    return named;
}

}  // namespace schakel
