#include "searchd/query/query_lexer.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <unicode/uchar.h>

#include "config/utf8.hpp"
#include "searchd/query/typed_text.hpp"

namespace schakel {

namespace {

constexpr std::size_t least_letters = 2;        // in a pattern, besides * and ?
constexpr std::size_t longest_field_name = 24;  // bytes

struct Operator {
    std::string_view name;
    LexemeKind kind;
};

constexpr std::array operators{Operator{"EN", LexemeKind::all_of},    Operator{"AND", LexemeKind::all_of},
                               Operator{"OF", LexemeKind::any_of},    Operator{"OR", LexemeKind::any_of},
                               Operator{"NIET", LexemeKind::none_of}, Operator{"NOT", LexemeKind::none_of}};

bool has_small_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (const auto character = next_code_point(text, at); character && u_islower(static_cast<UChar32>(*character)))
            return true;
    return false;
}

bool is_address(std::string_view chunk) {
    return chunk.find("://") != std::string_view::npos || chunk.find('@') != std::string_view::npos ||
           chunk.starts_with("www.");
}

bool is_pattern_character(char32_t character) {
    return character == '*' || character == '?' || character == '\'' || character == U'\u2019' ||
           is_word_character(character);
}

std::size_t count_letters(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();)
        if (const auto character = next_code_point(text, at); character && is_word_character(*character)) ++letters;
    return letters;
}

/// A question mark at the end of a word is one; apostrophes around it are quotation marks.
std::string_view trimmed_pattern(std::string_view text) {
    while (!text.empty() && (text.back() == '?' || text.back() == '\'')) text.remove_suffix(1);
    while (text.starts_with('\'')) text.remove_prefix(1);
    return text;
}

/// Where the last "en -" or "of -" of a text is: a hyphen up to there stands for the beginning of a word before it.
std::size_t last_elision(std::string_view text) {
    std::size_t last = 0;
    for (const std::string_view conjunction : {" en -", " of -", " en \u2013", " of \u2013"})
        if (const std::size_t at = text.rfind(conjunction); at != std::string_view::npos) last = std::max(last, at);
    return last;
}

class QueryLexer {
public:
    QueryLexer(std::string_view text, QueryNotices& notices)
        : text_(text), notices_(notices), with_operators_(has_small_letter(text)), last_elision_(last_elision(text)) {}

    Lexemes lex() {
        while (at_ < text_.size()) lex_next();
        close_run();
        return std::move(lexemes_);
    }

private:
    void lex_next();
    bool lex_quoted();
    bool lex_bracket();
    bool lex_operator();
    bool lex_minus();
    bool lex_field();
    void lex_chunk();
    void lex_word_or_pattern(std::size_t end);
    void note_unknown_field();

    bool is_elision() const;
    bool is_within_word() const;
    std::size_t field_name_end() const;
    std::size_t chunk_end() const;
    char byte(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }
    bool is_end_of_word(std::size_t at) const {
        return byte(at) == ' ' || byte(at) == '(' || byte(at) == ')' || quote_length(text_, at) > 0;
    }

    void push(LexemeKind kind, std::size_t begin, std::size_t end, SearchField field = {}) {
        close_run();
        lexemes_.push_back({kind, text_.substr(begin, end - begin), field});
    }
    void extend_run(std::size_t end) {
        if (run_end_ == 0) run_begin_ = at_;
        at_ = run_end_ = end;
        fresh_ = false;
    }
    void close_run();

    std::string_view text_;
    QueryNotices& notices_;
    bool with_operators_;
    std::size_t last_elision_;
    std::size_t at_ = 0;
    bool fresh_ = true;  // at the start of a word
    std::size_t run_begin_ = 0;
    std::size_t run_end_ = 0;  // 0 = no run of words
    Lexemes lexemes_;
};

void QueryLexer::close_run() {
    if (run_end_ == 0) return;
    const std::string_view run = text_.substr(run_begin_, run_end_ - run_begin_);
    run_end_ = 0;
    if (has_word_character(run)) lexemes_.push_back({LexemeKind::words, run, {}});
}

void QueryLexer::lex_next() {
    if (text_[at_] == ' ') {
        fresh_ = true;
        ++at_;
    } else if (!lex_quoted() && !lex_bracket() && !lex_operator() && !lex_minus() && !lex_field()) {
        lex_chunk();
    }
}

bool QueryLexer::lex_quoted() {
    const std::size_t quote = quote_length(text_, at_);
    if (quote == 0) return false;
    const std::size_t begin = at_ + quote;
    std::size_t end = begin;
    while (end < text_.size() && quote_length(text_, end) == 0) ++end;
    if (end == text_.size()) notices_.add(notices::unclosed_quote());
    close_run();
    if (has_word_character(text_.substr(begin, end - begin))) push(LexemeKind::quoted, begin, end);
    at_ = end + quote_length(text_, end);
    fresh_ = false;
    return true;
}

/// Whether the bracket here belongs to the word around it: "landelijk(e)", "(door)ontwikkelen".
bool QueryLexer::is_within_word() const {
    std::size_t end = at_ + 1;
    while (end < text_.size() && !is_end_of_word(end)) ++end;
    if (byte(end) != ')') return false;
    return !fresh_ || byte(end + 1) == '-' || is_word_character(character_at(text_, end + 1));
}

bool QueryLexer::lex_bracket() {
    const char bracket = text_[at_];
    if (bracket != '(' && bracket != ')') return false;
    if (bracket == '(' && is_within_word()) {
        extend_run(text_.find(')', at_) + 1);
        return true;
    }
    push(bracket == '(' ? LexemeKind::open : LexemeKind::close, at_, at_ + 1);
    ++at_;
    fresh_ = true;
    return true;
}

bool QueryLexer::lex_operator() {
    if (!fresh_ || !with_operators_) return false;
    const auto found = std::find_if(operators.begin(), operators.end(), [&](const Operator& known) {
        return text_.substr(at_).starts_with(known.name) && is_end_of_word(at_ + known.name.size());
    });
    if (found == operators.end()) return false;
    push(found->kind, at_, at_ + found->name.size());
    at_ += found->name.size();
    return true;
}

bool QueryLexer::is_elision() const {
    std::string_view before = text_.substr(0, at_);
    const std::size_t words = before.find_last_not_of(' ');
    if (words == std::string_view::npos) return false;
    before = before.substr(0, words + 1);
    if (before.ends_with(',')) return at_ < last_elision_;
    return before.ends_with(" en") || before.ends_with(" of") || before.ends_with(" en/of");
}

/// A plus sign at the start of a word is passed too: people who know it from elsewhere ask for what is asked for anyway.
bool QueryLexer::lex_minus() {
    const char sign = text_[at_];
    if (!fresh_ || (sign != '-' && sign != '+')) return false;
    const bool before_word = is_word_character(character_at(text_, at_ + 1)) || byte(at_ + 1) == '(' ||
                             byte(at_ + 1) == '*' || quote_length(text_, at_ + 1) > 0;
    if (!before_word || (sign == '-' && is_elision())) return false;
    if (sign == '-') push(LexemeKind::none_of, at_, at_ + 1);
    ++at_;
    return true;
}

/// Behind the letters of a name with a colon; npos when there is no such name here.
std::size_t QueryLexer::field_name_end() const {
    const std::size_t colon = text_.substr(at_, longest_field_name).find(':');
    if (!fresh_ || colon == std::string_view::npos || colon == 0) return std::string_view::npos;
    const std::string_view name = text_.substr(at_, colon);
    const bool whole = std::none_of(name.begin(), name.end(), [](char c) { return c == ' ' || c == '(' || c == '"'; });
    return whole ? at_ + colon : std::string_view::npos;
}

bool QueryLexer::lex_field() {
    const std::size_t end = field_name_end();
    if (end == std::string_view::npos) return false;
    const auto field = find_search_field(text_.substr(at_, end - at_));
    if (!field) return false;
    push(LexemeKind::field, at_, end, *field);
    at_ = end + 1;
    return true;
}

std::size_t QueryLexer::chunk_end() const {
    std::size_t end = at_;
    while (!is_end_of_word(end)) ++end;
    return end;
}

/// Only where it looks like a field: "foo:bar", not "Utrecht: beleid", "12:30" or "ECLI:NL:CRVB".
void QueryLexer::note_unknown_field() {
    const std::size_t end = field_name_end();
    if (end == std::string_view::npos || end - at_ < 3 ||
        !u_isalpha(static_cast<UChar32>(character_at(text_, end + 1))))
        return;
    const std::string_view name = text_.substr(at_, end - at_);
    const bool is_name = name.find_first_of("0123456789-./,") == std::string_view::npos;
    if (is_name && text_.substr(end + 1, chunk_end() - end - 1).find(':') == std::string_view::npos)
        notices_.add(notices::unknown_field(name, nearest_search_field(name)));
}

void QueryLexer::lex_chunk() {
    if (fresh_) {
        if (const std::size_t end = chunk_end(); is_address(text_.substr(at_, end - at_))) return extend_run(end);
        note_unknown_field();
    }
    std::size_t end = at_;
    while (end < text_.size() && is_pattern_character(character_at(text_, end))) next_code_point(text_, end);
    if (end > at_) return lex_word_or_pattern(end);
    next_code_point(text_, end);
    extend_run(end);
}

void QueryLexer::lex_word_or_pattern(std::size_t end) {
    const std::string_view pattern = trimmed_pattern(text_.substr(at_, end - at_));
    if (pattern.find_first_of("*?") == std::string_view::npos) return extend_run(end);
    const std::size_t letters = count_letters(pattern);
    if (letters == 0) notices_.add(notices::loose_wildcard());
    if (letters > 0 && letters < least_letters) notices_.add(notices::short_pattern(pattern, least_letters));
    if (letters < least_letters) return extend_run(end);
    const auto begin = static_cast<std::size_t>(pattern.data() - text_.data());
    push(LexemeKind::pattern, begin, begin + pattern.size());
    at_ = end;
    fresh_ = false;
}

std::string to_text(const Lexeme& lexeme) {
    std::string text(lexeme.text);
    switch (lexeme.kind) {
        case LexemeKind::words: return "‹" + text + "›";
        case LexemeKind::quoted: return '"' + text + '"';
        case LexemeKind::pattern: return '/' + text + '/';
        case LexemeKind::open:
        case LexemeKind::close: return text;
        case LexemeKind::all_of: return "EN";
        case LexemeKind::any_of: return "OF";
        case LexemeKind::none_of: return "NIET";
        case LexemeKind::field: break;
    }
    return std::string(lexeme.field.field->name) + ':';
}

}  // namespace

Lexemes lex_query(std::string_view typed, QueryNotices& notices) { return QueryLexer(typed, notices).lex(); }

std::string to_text(const Lexemes& lexemes) {
    std::string text;
    for (const Lexeme& lexeme : lexemes) text += (text.empty() ? "" : " ") + to_text(lexeme);
    return text;
}

}  // namespace schakel
