#include "analyzers/tokenizer/word_breaker.hpp"

#include <algorithm>
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
    if (separates(text[at])) return 1;
    return is_ascii(text[at]) ? 0 : separating_sign_length(text, at);
}

std::size_t letter_length(std::string_view text, std::size_t at) {
    const char c = byte_at(text, at);
    if (is_ascii(c)) return is_ascii_letter(c) ? 1 : 0;
    return latin_letter_length(text, at);
}

/// Where the letters of ASCII at `at` end: nearly always the whole word.
std::size_t skip_letters(std::string_view text, std::size_t at) {
    while (at < text.size() && is_ascii_letter(text[at])) ++at;
    return at;
}

/// Whether the sign at `at`, between two letters or two digits of ASCII, joins them (WB6, WB7, WB11 and WB12 of UAX #29, with
/// ICU's classes: a colon joins no letters).
bool joins_ascii(std::string_view text, std::size_t at) {
    if (at == 0 || at + 1 >= text.size()) return false;
    const char before = text[at - 1];
    const char behind = text[at + 1];
    if (is_digit(before) && is_digit(behind)) return std::string_view(".,;'").find(text[at]) != std::string_view::npos;
    return is_ascii_letter(before) && is_ascii_letter(behind) && (text[at] == '.' || text[at] == '\'');
}

/// Whether a run of letters and digits that ends at `at` is a whole word by the Unicode rules: nothing behind it can join it.
bool ends_word(std::string_view text, std::size_t at) {
    if (at == text.size()) return true;
    if (!separates(text[at])) return !is_ascii(text[at]) && separating_sign_length(text, at) > 0;
    if (!may_join(text[at]) || at + 1 == text.size() || separates(text[at + 1])) return true;
    return is_alphanumeric(text[at - 1]) && is_alphanumeric(text[at + 1]);  // a sign that joins them is in the run
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

/// A run of ASCII and accented Latin letters and digits, with signs that join them, apostrophes between letters and subscript
/// digits behind them.
struct PlainRun {
    std::size_t end;
    bool number;
    bool has_signs = false;
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
        if (length == 0 && joins_ascii(text, run.end)) {
            run.has_signs = true;
            ++run.end;
            continue;
        }
        if (length == 0) break;
        run.number = false;
        behind_letter = true;
        run.end = skip_letters(text, run.end + length);
    }
    return run;
}

}  // namespace

struct WordBreaker::Rules {
    std::unique_ptr<icu::BreakIterator> iterator;
    UText text = UTEXT_INITIALIZER;

    ~Rules() { utext_close(&text); }
};

/// The next piece of the word that was found; empty when nothing is left of it.
WordBreaker::Word WordBreaker::next_piece() {
    while (begin_ < end_) {
        cut_ = std::max(cut_, begin_);
        if (cut_ == begin_)
            while (cut_ < end_ && !is_cut(text_, cut_)) ++cut_;
        const Word piece{begin_, cut_, number_};
        begin_ = std::min(cut_ + 1, end_);
        if (piece) return piece;
    }
    return {};
}

/// Whether there was another boundary. What lies before it is empty when it is white space or punctuation. Nearly all Dutch
/// words are Latin letters between plain separators: those are found without ICU, which takes ten times as long.
bool WordBreaker::next_word() {
    std::size_t at = end_;
    while (at < text_.size()) {
        const std::size_t length = separator_length(text_, at);
        if (length == 0) break;
        at += length;
    }
    if (at == text_.size()) return false;
    const PlainRun run = plain_run_at(text_, at);
    if (run.end == at || !ends_word(text_, run.end)) return next_word_by_rules(at);
    begin_ = at;
    end_ = run.end;
    if (!run.has_signs) cut_ = end_;
    number_ = run.number;
    return true;
}

/// `at` is a boundary.
bool WordBreaker::next_word_by_rules(std::size_t at) {
    const std::int32_t boundary = rules_->iterator->following(static_cast<std::int32_t>(at));
    if (boundary == icu::BreakIterator::DONE) return false;
    const std::int32_t rule = rules_->iterator->getRuleStatus();
    end_ = static_cast<std::size_t>(boundary);
    begin_ = rule >= UBRK_WORD_NUMBER ? at : end_;
    number_ = rule < UBRK_WORD_NUMBER_LIMIT;
    return true;
}

WordBreaker::WordBreaker() : rules_(std::make_unique<Rules>()) {
    UErrorCode status = U_ZERO_ERROR;
    rules_->iterator.reset(icu::BreakIterator::createWordInstance(icu::Locale("nl", "NL"), status));
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU word break rules: ") + u_errorName(status));
}

WordBreaker::~WordBreaker() = default;
WordBreaker::WordBreaker(WordBreaker&&) noexcept = default;
WordBreaker& WordBreaker::operator=(WordBreaker&&) noexcept = default;

void WordBreaker::start(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&rules_->text, text.data(), static_cast<std::int64_t>(text.size()), &status);
    rules_->iterator->setText(&rules_->text, status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU text: ") + u_errorName(status));
    text_ = text;
    begin_ = cut_ = end_ = 0;
}

WordBreaker::Word WordBreaker::next_of_any_kind() {
    while (true) {
        if (const Word piece = next_piece()) return piece;
        if (!next_word()) return {};
    }
}

/// What is left of ICU's word is not asked again from ICU, which would look for the start of that word each time.
void WordBreaker::skip_to(std::size_t at) {
    end_ = std::max(end_, at);
    while (at < end_ && is_ascii(text_[at]) && !is_alphanumeric(text_[at])) ++at;
    begin_ = at;
}

}  // namespace schakel
