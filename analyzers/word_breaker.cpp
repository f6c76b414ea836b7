#include "analyzers/word_breaker.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace schakel {

namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// ICU keeps the @ of "@movisie" and the full stop of "einde.De gemeente" inside a word; for us both are between words.
bool is_cut(std::string_view text, std::size_t at) {
    if (text[at] == '@') return true;
    return text[at] == '.' && at > 0 && at + 2 < text.size() && is_lower(text[at - 1]) && is_upper(text[at + 1]) &&
           is_lower(text[at + 2]);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_lower(c) || is_upper(c) || is_digit(c); }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// ASCII that always lies between words: all but letters, digits and the two signs that ICU joins to what follows.
bool is_plain_separator(char c) { return is_ascii(c) && !is_alphanumeric(c) && c != '_' && c != '@'; }

/// Whether a run of ASCII letters and digits that ends at `at` is a whole word by the Unicode rules: nothing behind it can
/// join it. Signs that stand within words and numbers (MidLetter, MidNum) join when a letter or digit follows.
bool ends_word(std::string_view text, std::size_t at) {
    if (at == text.size()) return true;
    if (!is_plain_separator(text[at])) return false;
    const bool may_join = std::string_view(".:,;'").find(text[at]) != std::string_view::npos;
    return !may_join || at + 1 == text.size() || is_plain_separator(text[at + 1]);
}

}  // namespace

struct WordBreaker::State {
    std::unique_ptr<icu::BreakIterator> iterator;
    UText text = UTEXT_INITIALIZER;
    std::string_view bytes;
    std::size_t begin = 0;  // of what is left of ICU's word
    std::size_t end = 0;    // of ICU's word
    bool number = false;

    ~State() { utext_close(&text); }

    Word next_piece();
    bool next_word();
    bool next_word_by_rules(std::size_t at);
};

/// The next piece of ICU's word; empty when nothing is left of it.
WordBreaker::Word WordBreaker::State::next_piece() {
    while (begin < end) {
        std::size_t cut = begin;
        while (cut < end && !is_cut(bytes, cut)) ++cut;
        const Word piece{begin, cut, number};
        begin = std::min(cut + 1, end);
        if (piece) return piece;
    }
    return {};
}

/// Whether there was another boundary. What lies before it is empty when it is white space or punctuation. Most Dutch words
/// are ASCII between plain separators: those are found without ICU, which takes ten times as long.
bool WordBreaker::State::next_word() {
    std::size_t at = end;
    while (at < bytes.size() && is_plain_separator(bytes[at])) ++at;
    if (at == bytes.size()) return false;
    std::size_t run_end = at;
    number = true;
    for (; run_end < bytes.size() && is_alphanumeric(bytes[run_end]); ++run_end)
        number = number && is_digit(bytes[run_end]);
    if (run_end > at && ends_word(bytes, run_end)) {
        begin = at;
        end = run_end;
        return true;
    }
    return next_word_by_rules(at);
}

/// `at` is a boundary.
bool WordBreaker::State::next_word_by_rules(std::size_t at) {
    const std::int32_t boundary = iterator->following(static_cast<std::int32_t>(at));
    if (boundary == icu::BreakIterator::DONE) return false;
    const std::int32_t rule = iterator->getRuleStatus();
    end = static_cast<std::size_t>(boundary);
    begin = rule >= UBRK_WORD_NUMBER ? at : end;
    number = rule < UBRK_WORD_NUMBER_LIMIT;
    return true;
}

WordBreaker::WordBreaker() : state_(std::make_unique<State>()) {
    UErrorCode status = U_ZERO_ERROR;
    state_->iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale("nl", "NL"), status));
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU word break rules: ") + u_errorName(status));
}

WordBreaker::~WordBreaker() = default;
WordBreaker::WordBreaker(WordBreaker&&) noexcept = default;
WordBreaker& WordBreaker::operator=(WordBreaker&&) noexcept = default;

void WordBreaker::start(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&state_->text, text.data(), static_cast<std::int64_t>(text.size()), &status);
    state_->iterator->setText(&state_->text, status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU text: ") + u_errorName(status));
    state_->bytes = text;
    state_->begin = state_->end = static_cast<std::size_t>(state_->iterator->first());
}

WordBreaker::Word WordBreaker::next() {
    while (true) {
        if (const Word piece = state_->next_piece()) return piece;
        if (!state_->next_word()) return {};
    }
}

void WordBreaker::skip_to(std::size_t at) {
    State& state = *state_;
    if (at > state.end) {
        const bool boundary = state.iterator->isBoundary(static_cast<std::int32_t>(at));
        state.end = boundary ? at : static_cast<std::size_t>(state.iterator->current());
    }
    state.begin = state.end;
}

}  // namespace schakel
