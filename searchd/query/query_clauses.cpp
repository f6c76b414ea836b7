#include "searchd/query/query_clauses.hpp"

#include <algorithm>

#include "analyzers/index_terms.hpp"
#include "config/folding.hpp"
#include "searchd/query/typed_text.hpp"

namespace schakel {

namespace {

constexpr std::size_t least_typed = 3;  // letters of a word that may go on

/// What the clauses of a query must differ in.
std::string identity_of(const QueryClause& clause) {
    Query single;
    single.clauses.push_back(clause);
    return to_text(single);
}

/// Words that differ do not matter between two words that do: "wet op de zorg" is "wet voor de zorg". At the beginning and
/// the end, and without other words, stop words are what was meant.
bool is_slack(const Tokens& tokens, std::size_t at) {
    const auto counts = [](const Token& token) { return !token.stop(); };
    const auto here = tokens.begin() + static_cast<std::ptrdiff_t>(at);
    return here->stop() && std::any_of(tokens.begin(), here, counts) && std::any_of(here, tokens.end(), counts);
}

QueryClause quoted_clause(std::string_view text, const Tokens& tokens) {
    QueryClause clause;
    clause.typed = std::string(text);
    clause.quoted = true;
    Alternative exact;
    exact.reason = tokens.size() > 1 ? Reason::typed : Reason::exact_form;
    exact.arrangement = tokens.size() > 1 ? Arrangement::phrase : Arrangement::single;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (!is_slack(tokens, i))
            exact.terms.push_back({exact_term_of(*tokens[i].word), tokens[i].position - tokens.front().position});
    clause.alternatives.push_back(std::move(exact));
    return clause;
}

QueryClause word_clause(std::string_view text, const Token& token) {
    QueryClause clause;
    clause.typed = std::string(text.substr(token.begin, token.end - token.begin));
    clause.stop = token.stop();
    if (token.word->has_form()) clause.word = token.word;
    clause.alternatives.push_back({{{token.term(), 0}}, Arrangement::single, Reason::typed, 1, ""});
    return clause;
}

/// A typed word has every joined word that the text gives in its place: "Wmo-werkplaats" asks for wmowerkplaats, or else
/// for wmo and werkplaats.
void add_joined_words(QueryClause& clause, const Token& token, const Tokens& joined, double weight) {
    for (const Token& other : joined)
        if (other.begin <= token.begin && token.end <= other.end && other.term() != token.term())
            clause.alternatives.push_back({{{other.term(), 0}}, Arrangement::single, Reason::joined, weight, ""});
}

bool is_joined(const Token& token) { return token.kind == TokenKind::joined; }
bool is_part(const Token& token) { return token.kind == TokenKind::reference_part; }

Tokens take_joined(Tokens& tokens) {
    Tokens joined;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(joined), is_joined);
    std::erase_if(tokens, is_joined);
    return joined;
}

std::string folded_pattern(std::string_view text) {
    std::string pattern = fold(text);
    const auto both_any = [](char left, char right) { return left == '*' && right == '*'; };
    pattern.erase(std::unique(pattern.begin(), pattern.end(), both_any), pattern.end());
    return pattern;
}

}  // namespace

QueryClauses::Numbers QueryClauses::add_words(std::string_view text, const ClauseScope& scope) {
    Tokens tokens = analyzer_.analyze(text);
    std::erase_if(tokens, is_part);
    const Tokens joined = take_joined(tokens);
    Numbers numbers;
    for (const Token& token : tokens) {
        QueryClause clause = word_clause(text, token);
        add_joined_words(clause, token, joined, settings_.weight_joined);
        clause.adjoins = !numbers.empty() && numbers.back() + 1 == clauses_.size();
        if (const auto number = add(std::move(clause), scope)) numbers.push_back(*number);
    }
    return numbers;
}

QueryClauses::Numbers QueryClauses::add_quoted(std::string_view text, const ClauseScope& scope) {
    const Tokens tokens = plain_tokens(text);
    return tokens.empty() ? Numbers{} : add_one(quoted_clause(text, tokens), scope);
}

QueryClauses::Numbers QueryClauses::add_unit(std::string_view text, const ClauseScope& scope) {
    const Tokens tokens = plain_tokens(text);
    if (tokens.empty()) return {};
    return add_one(tokens.size() > 1 ? quoted_clause(text, tokens) : word_clause(text, tokens.front()), scope);
}

QueryClauses::Numbers QueryClauses::add_pattern(std::string_view text, const ClauseScope& scope) {
    QueryClause clause;
    clause.typed = std::string(text);
    clause.pattern = folded_pattern(text);
    return add_one(std::move(clause), scope);
}

QueryClauses::Numbers QueryClauses::add_values(std::string_view text, ValueCondition values, const ClauseScope& scope) {
    QueryClause clause;
    clause.typed = std::string(text);
    clause.values = std::move(values);
    return add_one(std::move(clause), {nullptr, scope.excluded});
}

void QueryClauses::continue_last_word(std::string_view text) {
    if (clauses_.empty() || !text.ends_with(clauses_.back().typed)) return;
    QueryClause& last = clauses_.back();
    const bool may_go_on = (last.word != nullptr || last.stop) && !last.quoted && !last.excluded;
    if (may_go_on && first_characters(last.typed, least_typed - 1).size() < last.typed.size())
        last.pattern = fold(last.typed) + '*';
}

Tokens QueryClauses::plain_tokens(std::string_view text) {
    Tokens tokens = analyzer_.analyze(text);
    std::erase_if(tokens, [](const Token& token) { return is_part(token) || is_joined(token); });
    return tokens;
}

std::optional<std::size_t> QueryClauses::add(QueryClause clause, const ClauseScope& scope) {
    clause.excluded = scope.excluded;
    if (scope.field != nullptr && scope.field->kind == FieldKind::text) clause.text_field = scope.field->id;
    std::string identity = identity_of(clause);
    if (const auto known = numbers_.find(identity); known != numbers_.end()) return known->second;
    if (clauses_.size() >= static_cast<std::size_t>(settings_.maximum_query_words)) {
        too_many_ = true;
        return std::nullopt;
    }
    numbers_.emplace(std::move(identity), clauses_.size());
    clauses_.push_back(std::move(clause));
    return clauses_.size() - 1;
}

QueryClauses::Numbers QueryClauses::add_one(QueryClause clause, const ClauseScope& scope) {
    const auto number = add(std::move(clause), scope);
    return number ? Numbers{*number} : Numbers{};
}

}  // namespace schakel
