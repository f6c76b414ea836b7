#include "searchd/query/query.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "searchd/query/query_condition.hpp"

namespace schakel {

namespace {

/// A place of a phrase that no term speaks of is `_`: any word will do.
std::string words_of(const Alternative& alternative) {
    std::string words;
    std::uint32_t place = 0;
    for (const QueryTerm& term : alternative.terms) {
        for (; place < term.offset; ++place) words += " _";
        words += (words.empty() ? "" : " ") + term.term;
        place = term.offset + 1;
    }
    switch (alternative.arrangement) {
        case Arrangement::phrase: return '"' + words + '"';
        case Arrangement::together: return '[' + words + ']';
        case Arrangement::any: return '{' + words + '}';
        case Arrangement::single: break;
    }
    return words;
}

std::string year_or_nothing(std::optional<int> year) { return year ? std::to_string(*year) : std::string(); }

std::string spelled(const ValueCondition& values) {
    if (!values.from && !values.until)
        return fmt::format("{{{}: {}}}", field(values.facet).name, fmt::join(values.codes, "|"));
    return fmt::format("{{{}: {}..{}}}", field(values.facet).name, year_or_nothing(values.from),
                       year_or_nothing(values.until));
}

std::string without_field(const QueryClause& clause) {
    if (clause.values) return spelled(*clause.values);
    if (clause.alternatives.empty()) return clause.pattern;
    const std::string words = words_of(clause.alternatives.front());
    return clause.pattern.empty() ? words : words + '|' + clause.pattern;
}

std::string field_of(const QueryClause& clause) {
    return clause.text_field ? std::string(field(*clause.text_field).name) + ':' : std::string();
}

std::string marked(const QueryClause& clause) {
    const std::string words = without_field(clause);
    return field_of(clause) + (clause.excluded ? "-" + words : clause.stop ? "(" + words + ")" : "+" + words);
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

std::string spelled(const QueryClause& clause) { return field_of(clause) + without_field(clause); }

std::string to_text(const Query& query) {
    std::string text;
    for (const QueryClause& clause : query.clauses) text += (text.empty() ? "" : " ") + marked(clause);
    if (query.condition) text += " => " + to_text(*query.condition, query.clauses);
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
