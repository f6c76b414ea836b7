#include "analyzers/tokenizer/tokenizer.hpp"

#include "analyzers/tokenizer/signs.hpp"

namespace schakel {

namespace {

constexpr std::size_t farthest_at_sign = 64;  // bytes: the longest mailbox
constexpr std::size_t most_hyphens = 7;       // in one hyphenated word; bounds what readers join again

/// Whether what stands at `at` can be more than the word that ends at `end`: a number in a reference, http, www, ECLI, 's-Graveland,
/// a name with a sign. Rules out nearly all words.
bool may_be_reference(std::string_view text, std::size_t at, std::size_t end) {
    const char behind = byte_at(text, end);
    if (behind == '&' || behind == '+' || behind == '#') return true;
    const char second = byte_at(text, at + 1);
    switch (to_lower(text[at])) {
        case 'h': return to_lower(second) == 't';
        case 'w': return to_lower(second) == 'w';
        case 'e': return to_lower(second) == 'c';
        case 's': return is_of(second, byte_may_hyphenate);
        default: return is_digit(text[at]);
    }
}

}  // namespace

void Tokenizer::start(std::string_view text) {
    breaker_.start(text);
    text_ = text;
    ahead_ = {};
    at_sign_ = text.find('@');
    hyphenated_ = 0;
    hyphens_ = 0;
}

TextWord Tokenizer::next() {
    const Word word = take();
    if (!word) return {};
    const bool reference = is_reference(word);
    if (!reference && stands_alone(word))
        return {word.begin, word.end, TextWordKind::word, slice(word.begin, word.end)};
    TextWord made = reference ? reference_word() : assembled_word(word);
    mark_hyphens(made);
    return made;
}

/// Whether nothing before or behind a word can be part of it or join it to another.
bool Tokenizer::stands_alone(const Word& word) {
    const bool alone = !word.number && hyphenated_ == 0 && is_ascii_letter(text_[word.end - 1]) &&
                       word.end < text_.size() && !is_of(text_[word.end], byte_interrupts) &&
                       (word.begin == 0 || !is_of(text_[word.begin - 1], byte_may_hyphenate));
    if (alone) hyphens_ = 0;
    return alone;
}

Tokenizer::Word Tokenizer::take() {
    if (!ahead_) return breaker_.next();
    const Word word = ahead_;
    ahead_ = {};
    return word;
}

const Tokenizer::Word& Tokenizer::peek() {
    if (!ahead_) ahead_ = breaker_.next();
    return ahead_;
}

/// Whether the next word starts at `at`.
bool Tokenizer::follows_directly(std::size_t at) { return peek() && ahead_.begin == at; }

bool Tokenizer::is_reference(const Word& word) {
    if (!may_be_reference(text_, word.begin, word.end) && !is_before_at_sign(word.begin)) return false;
    return find_reference(text_, word.begin, reference_);
}

bool Tokenizer::is_before_at_sign(std::size_t at) {
    if (at_sign_ != std::string_view::npos && at_sign_ < at) at_sign_ = text_.find('@', at);
    return at_sign_ != std::string_view::npos && at_sign_ - at < farthest_at_sign;
}

TextWord Tokenizer::reference_word() {
    breaker_.skip_to(reference_.end);
    TextWord made{reference_.begin, reference_.end, TextWordKind::reference};
    made.written = reference_.written.empty() ? slice(made.begin, made.end) : std::string_view(reference_.written);
    made.parts = reference_.parts;
    return made;
}

TextWord Tokenizer::assembled_word(const Word& word) {
    TextWord made{word.begin, word.end, TextWordKind::word, slice(word.begin, word.end)};
    if (word.number && skip_digits(text_, word.begin) == word.end) made.kind = TextWordKind::number;
    if (may_be_interrupted(made) && add_interrupted(made)) {
        made.written = written_;
        made.shorter = shorter_;
        made.parts = reference_.parts;
    }
    return made;
}

/// `open` is a dash before the word, `hyphen` one that joins it to the word before.
void Tokenizer::mark_hyphens(TextWord& word) {
    word.hyphen_before = hyphenated_ > 0 && hyphenated_ == word.begin;
    hyphens_ = word.hyphen_before ? hyphens_ + 1 : 0;
    hyphenated_ = 0;
    const std::size_t before = dash_length_before(text_, word.begin);
    if (before > 0 && !word.hyphen_before && word.kind == TextWordKind::word)
        word.open_left = !ends_word_before(text_, word.begin - before);
    const std::size_t dash = dash_length(text_, word.end);
    if (dash == 0 && byte_at(text_, word.end) != ')') return;
    hyphenated_ = hyphens_ < most_hyphens ? hyphenated_next(word, dash) : 0;
    word.hyphen_after = hyphenated_ > 0;
    word.open_right = dash > 0 && !word.hyphen_after && !begins_word(text_, word.end + dash);
}

}  // namespace schakel
