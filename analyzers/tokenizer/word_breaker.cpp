#include "analyzers/tokenizer/word_breaker.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "analyzers/tokenizer/signs.hpp"

namespace schakel {

namespace {

/// ICU keeps the @ of "@movisie" and the full stop of "einde.De gemeente" inside a word; for us both are between words.
bool is_cut(std::string_view text, std::size_t at) {
    if (text[at] == '@') return true;
    return text[at] == '.' && at > 0 && at + 2 < text.size() && is_lower(text[at - 1]) && is_upper(text[at + 1]) &&
           is_lower(text[at + 2]);
}

constexpr std::array<bool, 256> letters_of_ascii = [] {
    std::array<bool, 256> letters{};
    for (unsigned c = 0; c < 0x80; ++c) letters[c] = is_lower(static_cast<char>(c)) || is_upper(static_cast<char>(c));
    return letters;
}();
bool is_letter(char c) { return letters_of_ascii[static_cast<unsigned char>(c)]; }

/// ASCII that always lies between words: all but letters, digits and the two signs that ICU joins to what follows.
bool is_plain_separator(char c) { return is_ascii(c) && !is_alphanumeric(c) && c != '_' && c != '@'; }

unsigned byte(std::string_view text, std::size_t at) { return static_cast<unsigned char>(byte_at(text, at)); }

/// Length of the accented letter at `at` (U+00C0 to U+024F, but for × and ÷), or 0. All of these are letters to ICU.
std::size_t latin_letter_length(std::string_view text, std::size_t at) {
    const unsigned lead = byte(text, at);
    const unsigned rest = byte(text, at + 1);
    if (lead < 0xC3 || lead > 0xC9 || rest < 0x80 || rest > 0xBF) return 0;
    if (lead == 0xC3 && (rest == 0x97 || rest == 0xB7)) return 0;
    return lead == 0xC9 && rest > 0x8F ? 0 : 2;
}

/// Length of the sign at `at` that never joins words: signs of Latin-1 without ª ­ µ · º, and dashes, quotation marks,
/// bullets and the ellipsis (U+2010 to U+2026) without ‘ ’ and ․.
std::size_t separating_sign_length(std::string_view text, std::size_t at) {
    const unsigned lead = byte(text, at);
    const unsigned second = byte(text, at + 1);
    if (lead == 0xC2 && second >= 0xA0 && second <= 0xBF)
        return second == 0xAA || second == 0xAD || second == 0xB5 || second == 0xB7 || second == 0xBA ? 0 : 2;
    if (lead != 0xE2 || second != 0x80) return 0;
    const unsigned third = byte(text, at + 2);
    if (third < 0x90 || third > 0xA6) return 0;
    return third == 0x98 || third == 0x99 || third == 0xA4 ? 0 : 3;
}

std::size_t separator_length(std::string_view text, std::size_t at) {
    if (is_plain_separator(text[at])) return 1;
    return is_ascii(text[at]) ? 0 : separating_sign_length(text, at);
}

std::size_t letter_length(std::string_view text, std::size_t at) {
    const char c = byte_at(text, at);
    if (is_ascii(c)) return is_letter(c) ? 1 : 0;
    return latin_letter_length(text, at);
}

/// Where the letters of ASCII at `at` end: nearly always the whole word.
std::size_t skip_letters(std::string_view text, std::size_t at) {
    while (at < text.size() && is_letter(text[at])) ++at;
    return at;
}

/// Whether a run of letters and digits that ends at `at` is a whole word by the Unicode rules: nothing behind it can join it.
/// Signs that stand within words and numbers (MidLetter, MidNum) join when a letter or digit follows.
bool ends_word(std::string_view text, std::size_t at) {
    if (at == text.size()) return true;
    if (!is_plain_separator(text[at])) return !is_ascii(text[at]) && separating_sign_length(text, at) > 0;
    const bool may_join = std::string_view(".:,;'").find(text[at]) != std::string_view::npos;
    return !may_join || at + 1 == text.size() || is_plain_separator(text[at + 1]);
}

/// Length of an apostrophe (' or ’) between two letters, which joins them; 0 when it does not. `at` is behind a letter.
std::size_t joining_apostrophe_length(std::string_view text, std::size_t at) {
    const bool typographic = byte(text, at) == 0xE2 && byte(text, at + 1) == 0x80 && byte(text, at + 2) == 0x99;
    const std::size_t length = typographic ? 3 : byte_at(text, at) == '\'' ? 1 : 0;
    return length > 0 && letter_length(text, at + length) > 0 ? length : 0;
}

/// Length of the subscript digit at `at` (U+2080 to U+2089), or 0: CO₂ is one word, as CO2 is. A superscript behind a word is
/// the number of a note, and belongs to no word.
std::size_t subscript_length(std::string_view text, std::size_t at) {
    const unsigned last = byte(text, at + 2);
    return byte(text, at) == 0xE2 && byte(text, at + 1) == 0x82 && last >= 0x80 && last <= 0x89 ? 3 : 0;
}

/// A run of ASCII and accented Latin letters and digits, with apostrophes between letters and subscript digits behind them.
struct PlainRun {
    std::size_t end;
    bool number;
};

PlainRun plain_run_at(std::string_view text, std::size_t at) {
    PlainRun run{skip_letters(text, at), true};
    bool behind_letter = run.end > at;
    run.number = !behind_letter;
    while (run.end < text.size()) {
        if (is_digit(text[run.end])) {
            behind_letter = false;
            ++run.end;
            continue;
        }
        std::size_t length = letter_length(text, run.end);
        if (length == 0 && behind_letter) length = joining_apostrophe_length(text, run.end);
        if (length == 0 && !run.number) length = subscript_length(text, run.end);
        if (length == 0) break;
        run.number = false;
        behind_letter = true;
        run.end = skip_letters(text, run.end + length);
    }
    return run;
}

}  // namespace

struct WordBreaker::State {
    std::unique_ptr<icu::BreakIterator> iterator;
    UText text = UTEXT_INITIALIZER;
    std::string_view bytes;
    std::size_t begin = 0;  // of what is left of ICU's word
    std::size_t cut = 0;    // where the piece that begins there ends, when that is known; else at most `begin`
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
        cut = std::max(cut, begin);
        if (cut == begin)
            while (cut < end && !is_cut(bytes, cut)) ++cut;
        const Word piece{begin, cut, number};
        begin = std::min(cut + 1, end);
        if (piece) return piece;
    }
    return {};
}

/// Whether there was another boundary. What lies before it is empty when it is white space or punctuation. Nearly all Dutch
/// words are Latin letters between plain separators: those are found without ICU, which takes ten times as long.
bool WordBreaker::State::next_word() {
    std::size_t at = end;
    while (at < bytes.size()) {
        const std::size_t length = separator_length(bytes, at);
        if (length == 0) break;
        at += length;
    }
    if (at == bytes.size()) return false;
    const PlainRun run = plain_run_at(bytes, at);
    if (run.end == at || !ends_word(bytes, run.end)) return next_word_by_rules(at);
    begin = at;
    cut = end = run.end;  // no sign in it
    number = run.number;
    return true;
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
    state_->begin = state_->cut = state_->end = 0;
}

WordBreaker::Word WordBreaker::next() {
    while (true) {
        if (const Word piece = state_->next_piece()) return piece;
        if (!state_->next_word()) return {};
    }
}

/// What is left of ICU's word is not asked again from ICU, which would look for the start of that word each time.
void WordBreaker::skip_to(std::size_t at) {
    State& state = *state_;
    state.end = std::max(state.end, at);
    while (at < state.end && is_ascii(state.bytes[at]) && !is_alphanumeric(state.bytes[at])) ++at;
    state.begin = at;
}

}  // namespace schakel
