#include "analyzers/recognition/scanned_word.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

#include "config/folding.hpp"

namespace schakel {
namespace {

enum class ByteKind : std::uint8_t { separator, lower, upper, digit, beyond_ascii };

constexpr std::array<ByteKind, 256> byte_kinds = [] {
    std::array<ByteKind, 256> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        if (c >= 'a' && c <= 'z') kinds[c] = ByteKind::lower;
        if (c >= 'A' && c <= 'Z') kinds[c] = ByteKind::upper;
        if (c >= '0' && c <= '9') kinds[c] = ByteKind::digit;
        if (c >= 0x80) kinds[c] = ByteKind::beyond_ascii;
    }
    return kinds;
}();

constexpr ByteKind kind_of(char c) { return byte_kinds[static_cast<unsigned char>(c)]; }
constexpr bool is_byte(std::string_view text, std::size_t i, unsigned char byte) {
    return i < text.size() && static_cast<unsigned char>(text[i]) == byte;
}

/// Length of the punctuation beyond ASCII at `i`; 0 when a letter stands there. No-break space to ¿ (C2 A0–BF) but for the
/// soft hyphen, and all of U+2000 to U+2FFF (E2), where dashes, quotation marks and bullets are.
std::size_t punctuation_length(std::string_view text, std::size_t i) {
    if (is_byte(text, i, 0xC2) && !is_byte(text, i + 1, 0xAD)) return std::min<std::size_t>(2, text.size() - i);
    if (is_byte(text, i, 0xE2)) return std::min<std::size_t>(3, text.size() - i);
    return 0;
}

/// Reads one word from its first byte on.
class WordScan {
public:
    WordScan(std::string_view text, std::size_t begin) : text_(text), end_(begin), begin_(begin) {}

    ScannedWord read(const KnownWords& known) {
        while (end_ < text_.size() && take(kind_of(text_[end_]))) {
        }
        return {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_), number(known), letter_case()};
    }

private:
    bool take(ByteKind kind) {
        if (kind == ByteKind::separator) return false;
        if (kind == ByteKind::beyond_ascii) {
            if (punctuation_length(text_, end_) > 0) return false;
            plain_ = false;
            ++end_;
            return true;
        }
        first_is_capital_ |= end_ == begin_ && kind == ByteKind::upper;
        has_lower_ |= kind == ByteKind::lower;
        has_letter_ |= kind != ByteKind::digit;
        const auto lower = kind == ByteKind::upper ? static_cast<char>(text_[end_] - 'A' + 'a') : text_[end_];
        if (end_ - begin_ < folded_.size()) folded_[end_ - begin_] = lower;
        hash_ = KnownWords::next_hash(hash_, lower);
        ++end_;
        return true;
    }

    WordNumber number(const KnownWords& known) const {
        const std::size_t length = end_ - begin_;
        if (length > 2 * longest_known_word) return unknown_word;
        if (!plain_) return known.find(fold(text_.substr(begin_, length)));
        return length > folded_.size() ? unknown_word : known.find({folded_.data(), length}, hash_);
    }

    LetterCase letter_case() const {
        if (!plain_) return letter_case_beyond_ascii();
        if (!has_letter_) return LetterCase::number;
        if (!first_is_capital_) return LetterCase::lower;
        return has_lower_ || end_ - begin_ == 1 ? LetterCase::initial_capital : LetterCase::all_capitals;
    }

    /// É and Ĳ are capitals too: a first letter that folding changes beyond its accent. Latin-1 capitals are C3 80–9E.
    LetterCase letter_case_beyond_ascii() const {
        if (kind_of(text_[begin_]) != ByteKind::beyond_ascii)
            return !first_is_capital_ ? LetterCase::lower
                   : has_lower_       ? LetterCase::initial_capital
                                      : LetterCase::all_capitals;
        const bool latin_capital = is_byte(text_, begin_, 0xC3) && begin_ + 1 < text_.size() &&
                                   static_cast<unsigned char>(text_[begin_ + 1]) <= 0x9E;
        return latin_capital || (is_byte(text_, begin_, 0xC4) && is_byte(text_, begin_ + 1, 0xB2))
                   ? LetterCase::initial_capital
                   : LetterCase::lower;
    }

    std::string_view text_;
    std::size_t end_;
    std::size_t begin_;
    std::array<char, longest_known_word> folded_;  // as far as the word goes: words are many
    std::uint64_t hash_ = KnownWords::first_hash;
    bool plain_ = true;  // only ASCII
    bool first_is_capital_ = false;
    bool has_lower_ = false;
    bool has_letter_ = false;
};

}  // namespace

void scan_words(std::string_view text, const KnownWords& known, std::vector<ScannedWord>& words) {
    text = text.substr(0, std::numeric_limits<std::uint32_t>::max());
    for (std::size_t i = 0; i < text.size();) {
        const ByteKind kind = kind_of(text[i]);
        const std::size_t punctuation = kind == ByteKind::beyond_ascii ? punctuation_length(text, i) : 0;
        if (kind == ByteKind::separator || punctuation > 0) {
            i += std::max<std::size_t>(punctuation, 1);
            continue;
        }
        words.push_back(WordScan(text, i).read(known));
        i = words.back().end;
    }
}

bool gap_is_inside_name(std::string_view gap, std::size_t length_of_word_before) {
    constexpr std::size_t longest_gap = 4;  // " – " with a dash of three bytes is five: that separates
    constexpr std::size_t longest_abbreviation = 3;
    if (gap == " ") return true;
    if (gap.size() > longest_gap || gap.find_first_of(",;:!?)[]\"|*#=") != std::string_view::npos) return false;
    const bool ends_sentence = gap.size() > 1 && gap.front() == '.' && length_of_word_before > longest_abbreviation;
    return !ends_sentence && std::count(gap.begin(), gap.end(), '\n') <= (gap.front() == '.' ? 0 : 1);
}

}  // namespace schakel
