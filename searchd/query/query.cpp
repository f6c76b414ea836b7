#include "searchd/query/query.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace schakel {

namespace {

std::string words_of(const Alternative& alternative) {
    std::string words;
    for (const QueryTerm& term : alternative.terms) words += (words.empty() ? "" : " ") + term.term;
    switch (alternative.arrangement) {
        case Arrangement::phrase: return '"' + words + '"';
        case Arrangement::together: return '[' + words + ']';
        case Arrangement::any: return '{' + words + '}';
        case Arrangement::single: break;
    }
    return words;
}

std::string marked(const QueryClause& clause) {
    const std::string words = words_of(clause.alternatives.front());
    return clause.excluded ? "-" + words : clause.stop ? "(" + words + ")" : "+" + words;
}

template <class Wanted>
std::vector<const QueryClause*> those(const std::vector<QueryClause>& clauses, Wanted&& wanted) {
    std::vector<const QueryClause*> found;
    for (const QueryClause& clause : clauses)
        if (wanted(clause)) found.push_back(&clause);
    return found;
}

}  // namespace

bool Query::has_only_stop_words() const {
    return std::all_of(clauses.begin(), clauses.end(), [](const QueryClause& c) { return c.stop || c.excluded; });
}

std::vector<const QueryClause*> Query::wanted() const {
    const bool only_stop_words = has_only_stop_words();
    return those(clauses, [&](const QueryClause& c) { return !c.excluded && (only_stop_words || !c.stop); });
}

std::vector<const QueryClause*> Query::unwanted() const {
    return those(clauses, [](const QueryClause& c) { return c.excluded; });
}

std::vector<const QueryClause*> Query::optional() const {
    if (has_only_stop_words()) return {};
    return those(clauses, [](const QueryClause& c) { return c.stop && !c.excluded; });
}

std::string_view reason_name(Reason reason) {
    switch (reason) {
        case Reason::typed: return "woord";
        case Reason::exact_form: return "vorm";
        case Reason::joined: return "samengevoegd";
        case Reason::inside: return "deel van een langer woord";
        case Reason::parts: return "delen";
        case Reason::synonym: return "synoniem";
        case Reason::successor: return "opvolger";
        case Reason::derivation: return "afleiding";
        case Reason::english: return "engels";
        case Reason::pattern: return "patroon";
        case Reason::beginning: return "begin van een woord";
    }
    return "";
}

std::string to_text(const Query& query) {
    std::string text;
    for (const QueryClause& clause : query.clauses) text += (text.empty() ? "" : " ") + marked(clause);
    return text;
}

std::string to_expanded_text(const Query& query) {
    std::string text;
    for (const QueryClause& clause : query.clauses) {
        text += (text.empty() ? "" : "\n") + marked(clause);
        for (std::size_t i = 1; i < clause.alternatives.size(); ++i) {
            const Alternative& other = clause.alternatives[i];
            text += fmt::format(" | {}^{:g} {}", words_of(other), other.weight, reason_name(other.reason));
        }
    }
    return text;
}

}  // namespace schakel
