#include "searchd/query/query_parser.hpp"

#include <algorithm>

#include "searchd/query/field_value_finder.hpp"
#include "searchd/query/lexeme_repair.hpp"
#include "searchd/query/query_clauses.hpp"
#include "searchd/query/query_condition.hpp"
#include "searchd/query/typed_text.hpp"

namespace schakel {

namespace {

using Kind = Condition::Kind;

/// Where in the query something stands.
struct Scope {
    SearchField field;  // its field is nullptr behind none
    bool excluded = false;
    bool grouped = false;  // within brackets behind the field: all words there are for it

    ClauseScope of_clause() const { return {field.field, excluded}; }
    bool asks_values() const { return field.field != nullptr && field.field->kind == FieldKind::facet; }
};

bool is_joint(const Lexeme& lexeme) {
    return lexeme.kind == LexemeKind::all_of || lexeme.kind == LexemeKind::any_of ||
           (lexeme.kind == LexemeKind::none_of && lexeme.text != "-");
}

/// Reads lexemes that are whole (`repaired`), so it never meets anything that it does not expect; recursion is bounded by
/// `deepest_brackets`.
class QueryParser {
public:
    QueryParser(Lexemes lexemes, QueryClauses& clauses, const Installation& installation, QueryNotices& notices)
        : lexemes_(std::move(lexemes)),
          clauses_(clauses),
          values_(installation, notices),
          most_leaves_(static_cast<std::size_t>(installation.settings.search.maximum_query_words)),
          is_limited_(std::any_of(lexemes_.begin(), lexemes_.end(), is_joint)) {}

    Condition parse() { return parse_any({}); }

    /// Whether there is more to it than words, each wanted or unwanted.
    bool has_operators() const { return has_operators_; }

    bool has_left_out() const { return left_out_ || clauses_.has_too_many(); }

private:
    Condition parse_any(const Scope& scope);
    Condition parse_all(const Scope& scope);
    Condition parse_operand(Scope scope);
    Condition parse_group(Scope scope);
    Condition parse_leaf(const Scope& scope);
    Condition parse_words(const Scope& scope);
    Condition parse_values(const Scope& scope);
    Condition parse_whole_value(const Scope& scope);
    Condition value_at(std::string_view& rest, const Scope& scope);
    Condition values_of(std::string_view typed, ValueCondition values, const Scope& scope);
    Condition words_of(std::string_view text, const Scope& scope);
    Condition all_of(const QueryClauses::Numbers& numbers);
    bool read_negation();

    bool is_at(LexemeKind kind) const { return at_ < lexemes_.size() && lexemes_[at_].kind == kind; }

    /// A bracket, or a field with one.
    bool is_before_group() const {
        const std::size_t at = is_at(LexemeKind::field) ? at_ + 1 : at_;
        return at < lexemes_.size() && lexemes_[at].kind == LexemeKind::open;
    }
    bool accept(LexemeKind kind) {
        if (!is_at(kind)) return false;
        ++at_;
        return true;
    }
    bool accept_joint(LexemeKind kind) {
        const bool accepted = accept(kind);
        has_operators_ = has_operators_ || accepted;
        return accepted;
    }

    Lexemes lexemes_;
    QueryClauses& clauses_;
    FieldValueFinder values_;
    std::size_t most_leaves_;
    std::size_t at_ = 0;
    std::size_t leaves_ = 0;
    bool has_operators_ = false;
    bool is_limited_;  // clauses are counted as often as they stand in the condition
    bool left_out_ = false;
};

Condition QueryParser::parse_any(const Scope& scope) {
    Condition any{Kind::any, 0, {}};
    do {
        add_operand(any, parse_all(scope));
    } while (accept_joint(LexemeKind::any_of));
    return simplified(std::move(any), clauses_.clauses());
}

Condition QueryParser::parse_all(const Scope& scope) {
    Condition all{Kind::all, 0, {}};
    while (at_ < lexemes_.size() && !is_at(LexemeKind::close) && !is_at(LexemeKind::any_of)) {
        if (!accept_joint(LexemeKind::all_of)) add_operand(all, parse_operand(scope));
    }
    return simplified(std::move(all), clauses_.clauses());
}

/// Whether what follows is negated. A hyphen before words or a field is the ordinary exclusion; everything else is more.
bool QueryParser::read_negation() {
    bool negated = false;
    while (is_at(LexemeKind::none_of)) {
        negated = !negated;
        const bool hyphen = lexemes_[at_++].text == "-";
        if (!hyphen || is_at(LexemeKind::none_of) || is_before_group()) has_operators_ = true;
    }
    return negated;
}

Condition QueryParser::parse_operand(Scope scope) {
    const bool negated = read_negation();
    if (negated) {
        scope.excluded = !scope.excluded;
        scope.grouped = false;
    }
    if (is_at(LexemeKind::field)) {
        scope.field = lexemes_[at_++].field;
        scope.grouped = false;
    }
    Condition operand = is_at(LexemeKind::open) ? parse_group(scope) : parse_leaf(scope);
    return negated ? negation(std::move(operand)) : operand;
}

Condition QueryParser::parse_group(Scope scope) {
    ++at_;
    scope.grouped = true;
    Condition group = parse_any(scope);
    accept(LexemeKind::close);
    return group;
}

Condition QueryParser::parse_leaf(const Scope& scope) {
    if (scope.asks_values()) return parse_values(scope);
    if (is_at(LexemeKind::words)) return parse_words(scope);
    const Lexeme lexeme = lexemes_[at_++];
    if (lexeme.kind == LexemeKind::pattern) return all_of(clauses_.add_pattern(lexeme.text, scope.of_clause()));
    return all_of(clauses_.add_quoted(lexeme.text, scope.of_clause()));
}

/// NIET and a field are for the first word behind them, unless there are brackets.
Condition QueryParser::parse_words(const Scope& scope) {
    std::string_view& rest = lexemes_[at_].text;
    const bool only_first = !scope.grouped && (scope.excluded || scope.field.field != nullptr);
    std::string_view taken = only_first ? take_chunk(rest) : rest;
    while (only_first && !has_word_character(taken)) taken = take_chunk(rest);
    if (!only_first || !has_word_character(rest)) ++at_;
    return words_of(taken, scope);
}

/// Unwanted words are looked for as they stand; what the words of a text imply together is for wanted ones.
Condition QueryParser::words_of(std::string_view text, const Scope& scope) {
    if (!scope.excluded) return all_of(clauses_.add_words(text, scope.of_clause()));
    Condition all{Kind::all, 0, {}};
    while (!text.empty()) add_operand(all, all_of(clauses_.add_unit(take_chunk(text), scope.of_clause())));
    return simplified(std::move(all), clauses_.clauses());
}

Condition QueryParser::all_of(const QueryClauses::Numbers& numbers) {
    Condition all{Kind::all, 0, {}};
    for (const std::size_t number : numbers) {
        if (is_limited_ && leaves_++ >= most_leaves_)
            left_out_ = true;
        else
            add_operand(all, clause_condition(number));
    }
    return simplified(std::move(all), clauses_.clauses());
}

Condition QueryParser::parse_values(const Scope& scope) {
    if (!is_at(LexemeKind::words)) return parse_whole_value(scope);
    std::string_view& rest = lexemes_[at_].text;
    Condition all{Kind::all, 0, {}};
    do {
        add_operand(all, value_at(rest, scope));
    } while (scope.grouped && has_word_character(rest));
    if (!has_word_character(rest)) ++at_;
    return simplified(std::move(all), clauses_.clauses());
}

/// What nobody knows is searched for as words.
Condition QueryParser::value_at(std::string_view& rest, const Scope& scope) {
    const std::string_view before = rest;
    auto values = values_.take(rest, scope.field);
    if (!values) return words_of(take_chunk(rest), {{}, scope.excluded, true});
    return values_of(before.substr(0, before.size() - rest.size()), std::move(*values), scope);
}

Condition QueryParser::parse_whole_value(const Scope& scope) {
    const Lexeme lexeme = lexemes_[at_++];
    auto values = values_.find(lexeme.text, scope.field);
    if (values) return values_of(lexeme.text, std::move(*values), scope);
    if (lexeme.kind == LexemeKind::pattern) return all_of(clauses_.add_pattern(lexeme.text, {nullptr, scope.excluded}));
    return words_of(lexeme.text, {{}, scope.excluded, true});
}

Condition QueryParser::values_of(std::string_view typed, ValueCondition values, const Scope& scope) {
    const std::string_view written = typed.substr(std::min(typed.find_first_not_of(' '), typed.size()));
    return all_of(clauses_.add_values(written, std::move(values), scope.of_clause()));
}

/// What the lexer and the parser see of what was typed: of a text that is too long the words that fit as a whole.
std::string text_to_read(std::string_view typed, const Settings::Search& settings, QueryNotices& notices) {
    std::string text = readable_text(typed);
    const std::size_t most = first_characters(text, static_cast<std::size_t>(settings.maximum_query_characters)).size();
    if (most == text.size()) return text;
    notices.add(notices::too_long(settings.maximum_query_characters));
    const std::size_t last_space = text.rfind(' ', most);
    text.resize(last_space == std::string::npos || last_space == 0 ? most : last_space);
    return text;
}

}  // namespace

Query parse_query(std::string_view typed, Analyzer& analyzer, const Installation& installation, bool typing) {
    const Settings::Search& settings = installation.settings.search;
    QueryNotices notices;
    const std::string text = text_to_read(typed, settings, notices);
    QueryClauses clauses(analyzer, settings);
    QueryNotices repairs;
    QueryParser parser(repaired(lex_query(text, repairs), repairs), clauses, installation, repairs);
    Query query;
    Condition condition = parser.parse();
    if (parser.has_operators() && !is_empty(condition)) query.condition = std::move(condition);
    if (parser.has_left_out())
        repairs.add(notices::too_many_words(static_cast<std::size_t>(settings.maximum_query_words)));
    if (typing) clauses.continue_last_word(text);
    query.clauses = clauses.take();
    if (!query.clauses.empty())
        for (Text& repair : repairs.take()) notices.add(std::move(repair));
    else if (!is_blank(text))
        notices.add(notices::nothing_to_search());
    query.notices = notices.take();
    return query;
}

}  // namespace schakel
