// The part of the tokenizer that puts words together again: apostrophes, line ends, brackets.
#include <algorithm>
#include <array>

#include "analyzers/tokenizer/line_end.hpp"
#include "analyzers/tokenizer/signs.hpp"
#include "analyzers/tokenizer/tokenizer.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_pieces = 6;           // of one word; bounds a text of nothing but a-⏎a-⏎a
constexpr std::size_t shortest_content = 5;      // bytes in brackets that are searchable on their own
constexpr std::size_t longest_abbreviation = 4;  // letters, of one in small letters but the first
constexpr std::string_view soft_hyphen = "\u00AD";

/// Endings behind an apostrophe where the Unicode rules see the end of a word: A4'tje, foto´s.
constexpr std::array<std::string_view, 8> endings{"s", "en", "er", "ers", "tje", "tjes", "je", "jes"};

/// Single letters in brackets that are an ending: functie(s), opgave(n), landelijk(e), verleen(t), gehandicapte(r).
constexpr std::string_view one_letter_endings = "snetr";

bool is_roman_numeral(std::string_view text) { return text.find_first_not_of("ivxIVX") == std::string_view::npos; }

bool is_vowel(char c) { return std::string_view("aeiouyAEIOUY").find(c) != std::string_view::npos; }

/// (GGZ)instelling, (Wmo)voorziening: an abbreviation is no part of a longer word. It has no vowels, a capital as second letter,
/// or a capital and a consonant at the start of few letters.
bool is_abbreviation(std::string_view text) {
    if (text.size() < 2) return false;
    if (std::none_of(text.begin(), text.end(), is_vowel)) return true;
    return is_upper(text[0]) && (is_upper(text[1]) || (text.size() <= longest_abbreviation && !is_vowel(text[1])));
}

/// What may stand in brackets before the rest of a word: not (a)de, (ii)the.
bool is_bracketed_beginning(std::string_view text) {
    return text.size() > 1 && is_letters(text) && !is_roman_numeral(text) && !is_abbreviation(text);
}

bool is_bracketed_ending(std::string_view text) {
    if (text.size() == 1) return one_letter_endings.find(text[0]) != std::string_view::npos;
    return is_letters(text) && !is_roman_numeral(text);
}

}  // namespace

/// Whether what stands behind (or, for a bracket, before) a word can be the rest of it. Rules out nearly all words.
bool Tokenizer::may_be_interrupted(const TextWord& word) const {
    switch (byte_at(text_, word.end)) {
        case '-':
        case '(':
        case '\'':
        case '`':
        case '\xC2':
        case '\xE2': return true;
        case ')': return word.begin > 0 && text_[word.begin - 1] == '(';
        default: return word.written.ends_with(soft_hyphen);
    }
}

bool Tokenizer::add_interrupted(TextWord& word) {
    written_.clear();
    shorter_.clear();
    reference_.parts.clear();
    std::size_t pieces = 1;
    while (pieces < most_pieces &&
           (add_ending(word) || add_next_line(word) || add_behind_bracket(word) || add_in_brackets(word)))
        ++pieces;
    return pieces > 1;
}

/// Copies what the word is so far, before the first piece is added.
void Tokenizer::begin_interruption(const TextWord& word) {
    if (written_.empty()) written_ = word.written;
}

/// Adds the next word of the breaker to `written_` and, unless it stands in brackets, to `shorter_`.
void Tokenizer::add_piece(TextWord& word, bool optional) {
    const Word piece = take();
    begin_interruption(word);
    if (optional && shorter_.empty()) shorter_ = written_;
    const std::string_view text = slice(piece.begin, piece.end);
    written_ += text;
    if (!optional && !shorter_.empty()) shorter_ += text;
    word.end = piece.end;
    word.kind = TextWordKind::word;
}

/// A4'tje, 65'ers, and foto´s, foto`s with a sign that is no apostrophe.
bool Tokenizer::add_ending(TextWord& word) {
    const std::size_t length = loose_apostrophe_length(text_, word.end);
    if (length == 0 || !follows_directly(word.end + length)) return false;
    const std::string_view ending = slice(ahead_.begin, ahead_.end);
    if (std::find(endings.begin(), endings.end(), ending) == endings.end()) return false;
    begin_interruption(word);
    written_ += '\'';
    add_piece(word, false);
    return true;
}

/// gemeen-⏎te, and the same with a soft hyphen.
bool Tokenizer::add_next_line(TextWord& word) {
    const bool soft = slice(word.begin, word.end).ends_with(soft_hyphen);
    const std::size_t dash = soft ? 0 : dash_length(text_, word.end);
    if (!soft && dash == 0) return false;
    const std::size_t line = next_line(text_, word.end + dash);
    if (line == std::string_view::npos || !begins_lower(text_, line) || !follows_directly(line)) return false;
    const std::string_view next = slice(ahead_.begin, ahead_.end);
    if (!is_letters(next) || byte_at(text_, ahead_.end) == ':') return false;
    const std::string_view first = written_.empty() ? word.written : std::string_view(written_);
    if (!soft && line_end_hyphen(first, next) != LineEndHyphen::printed) return false;
    add_piece(word, false);
    return true;
}

/// (door)ontwikkelen, (ex-)gedetineerden: what stands so far is in brackets.
bool Tokenizer::add_behind_bracket(TextWord& word) {
    if (word.begin == 0 || text_[word.begin - 1] != '(' || !written_.empty()) return false;
    const std::size_t close = word.end + dash_length(text_, word.end);
    if (byte_at(text_, close) != ')' || !begins_lower(text_, close + 1) || !is_bracketed_beginning(word.written))
        return false;
    if (!follows_directly(close + 1) || ahead_.end - ahead_.begin < 3) return false;
    const std::string content(word.written);
    note_content(word.begin, word.end);
    shorter_ = slice(ahead_.begin, ahead_.end);
    written_ = content + shorter_;
    word.end = take().end;
    --word.begin;
    return true;
}

/// landelijk(e), kennis(-ontwikkeling), medewerk(st)er.
bool Tokenizer::add_in_brackets(TextWord& word) {
    const std::size_t begin = word.end + 1 + dash_length(text_, word.end + 1);
    if (byte_at(text_, word.end) != '(' || !begins_lower(text_, begin) || !follows_directly(begin)) return false;
    if (byte_at(text_, ahead_.end) != ')' || word.written.size() < 2 || word.kind == TextWordKind::number) return false;
    if (!is_bracketed_ending(slice(ahead_.begin, ahead_.end))) return false;
    note_content(ahead_.begin, ahead_.end);
    add_piece(word, true);
    ++word.end;
    if (!begins_lower(text_, word.end) || !follows_directly(word.end)) return true;
    add_piece(word, false);
    return true;
}

/// What stands in brackets can also be a word that lost the space before it.
void Tokenizer::note_content(std::size_t begin, std::size_t end) {
    if (end - begin >= shortest_content) reference_.parts.push_back({begin, end, 0});
}

/// Where the hyphenated word that `word` is part of goes on: behind its dash, on the next line, or behind a bracket around an
/// abbreviation. 0 when it does not.
std::size_t Tokenizer::hyphenated_next(const TextWord& word, std::size_t dash) {
    std::size_t next = word.end + dash;
    if (dash > 0 && begins_word(text_, next)) return follows_directly(next) ? next : 0;
    if (byte_at(text_, next) == ')') {
        const bool bracketed = word.begin > 0 && text_[word.begin - 1] == '(' && is_abbreviation(word.written);
        const bool goes_on = begins_lower(text_, next + 1) && follows_directly(next + 1);
        return bracketed && word.kind == TextWordKind::word && goes_on ? next + 1 : 0;
    }
    next = dash > 0 ? next_line(text_, next) : std::string_view::npos;
    if (next == std::string_view::npos || !begins_word(text_, next) || !follows_directly(next)) return 0;
    const std::string_view second = slice(ahead_.begin, ahead_.end);
    return line_end_hyphen(word.written, second) == LineEndHyphen::spelled ? next : 0;
}

}  // namespace schakel
