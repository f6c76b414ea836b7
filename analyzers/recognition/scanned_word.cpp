#include "analyzers/recognition/scanned_word.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <limits>

#include "config/folding.hpp"

namespace schakel {
namespace {

/// What a byte is, as bits, so that a word can tell of which kinds it has any.
enum ByteKind : std::uint8_t { separator = 0, lower = 1, upper = 2, digit = 4, beyond_ascii = 8 };

constexpr std::array<std::uint8_t, 256> byte_kinds = [] {
    std::array<std::uint8_t, 256> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        if (c >= 'a' && c <= 'z') kinds[c] = lower;
        if (c >= 'A' && c <= 'Z') kinds[c] = upper;
        if (c >= '0' && c <= '9') kinds[c] = digit;
        if (c >= 0x80) kinds[c] = beyond_ascii;
    }
    return kinds;
}();

constexpr unsigned kind_of(char c) { return byte_kinds[static_cast<unsigned char>(c)]; }
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

static_assert(std::endian::native == std::endian::little, "the first byte of a text is the lowest of EightBytes");

constexpr std::uint64_t in_each_byte(unsigned byte) { return 0x0101010101010101U * byte; }

/// Eight bytes of a text at once; behind its end there are zeros. Which of them are of a kind is told by the highest bit of each
/// (H. Warren, "Hacker's Delight", 2012, chapter 6).
class EightBytes {
public:
    EightBytes(std::string_view text, std::size_t begin) {
        if (text.size() - begin >= sizeof bytes_)
            std::memcpy(&bytes_, text.data() + begin, sizeof bytes_);
        else
            std::memcpy(&bytes_, text.data() + begin, text.size() - begin);
        letters_ = in_range(bytes_ | in_each_byte(lower_case), 'a', 'z');
        digits_ = in_range(bytes_, '0', '9');
        const std::uint64_t others = ~(letters_ | digits_) & in_each_byte(0x80);
        const std::uint64_t first_other = others & (~others + 1);
        own_ = (first_other >> 7U) - 1;  // all bits when there is none
    }

    /// How many letters and digits of ASCII it begins with.
    std::size_t length() const { return static_cast<std::size_t>(std::countr_one(own_)) / 8; }

    /// These in lower case, then zeros: in digits the bit that makes a letter lower case is set anyway.
    std::uint64_t folded() const { return (bytes_ | in_each_byte(lower_case)) & own_; }

    /// Their kinds.
    unsigned kinds() const {
        const std::uint64_t in_lower_case = bytes_ << 2U;  // of a letter, in its highest bit
        return ((letters_ & in_lower_case & own_) != 0 ? unsigned{lower} : 0U) |
               ((letters_ & ~in_lower_case & own_) != 0 ? unsigned{upper} : 0U) |
               ((digits_ & own_) != 0 ? unsigned{digit} : 0U);
    }

private:
    static constexpr unsigned lower_case = 0x20;

    static std::uint64_t in_range(std::uint64_t bytes, unsigned first, unsigned last) {
        const std::uint64_t ascii = bytes & in_each_byte(0x7F);
        return (ascii + in_each_byte(0x80 - first)) & ~(ascii + in_each_byte(0x7F - last)) & ~bytes &
               in_each_byte(0x80);
    }

    std::uint64_t bytes_ = 0;
    std::uint64_t letters_;
    std::uint64_t digits_;
    std::uint64_t own_;  // all bits of the bytes before the first other
};

/// Reads one word from its first byte on.
class WordScan {
public:
    WordScan(std::string_view text, std::size_t begin) : text_(text), end_(begin), begin_(begin) {}

    ScannedWord read(const KnownWords& known) {
        read_plain();
        while (end_ < text_.size() && take(kind_of(text_[end_]))) ++end_;
        return {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_), number(known), letter_case()};
    }

private:
    void read_plain() {
        for (EightBytes here(text_, end_); here.length() > 0; here = EightBytes(text_, end_)) {
            const std::size_t place = (end_ - begin_) / sizeof(std::uint64_t);
            if (place < folded_.size()) folded_[place] = here.folded();
            hash_ = KnownWords::next_hash(hash_, here.folded());
            kinds_ |= here.kinds();
            end_ += here.length();
            if (here.length() < sizeof(std::uint64_t)) return;
        }
    }

    bool take(unsigned kind) {
        if (kind == separator || (kind == beyond_ascii && punctuation_length(text_, end_) > 0)) return false;
        kinds_ |= kind;
        return true;
    }

    WordNumber number(const KnownWords& known) const {
        const std::size_t length = end_ - begin_;
        if (length > 2 * longest_known_word) return unknown_word;
        if ((kinds_ & beyond_ascii) != 0) return known.find(fold(text_.substr(begin_, length)));
        if (length > longest_known_word) return unknown_word;
        return known.find({reinterpret_cast<const char*>(folded_.data()), length}, hash_);
    }

    bool begins_with_capital() const { return kind_of(text_[begin_]) == upper; }

    LetterCase letter_case() const {
        if ((kinds_ & beyond_ascii) != 0) return letter_case_beyond_ascii();
        if (kinds_ == digit) return LetterCase::number;
        if (!begins_with_capital()) return LetterCase::lower;
        return (kinds_ & lower) != 0 || end_ - begin_ == 1 ? LetterCase::initial_capital : LetterCase::all_capitals;
    }

    /// É and Ĳ are capitals too: a first letter that folding changes beyond its accent. Latin-1 capitals are C3 80–9E.
    LetterCase letter_case_beyond_ascii() const {
        if (kind_of(text_[begin_]) != beyond_ascii)
            return !begins_with_capital()  ? LetterCase::lower
                   : (kinds_ & lower) != 0 ? LetterCase::initial_capital
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
    std::array<std::uint64_t, (longest_known_word + 1) / sizeof(std::uint64_t)> folded_;  // as far as the word goes
    std::uint64_t hash_ = KnownWords::first_hash;
    unsigned kinds_ = separator;  // of its bytes so far
};

}  // namespace

void scan_words(std::string_view text, const KnownWords& known, std::vector<ScannedWord>& words) {
    text = text.substr(0, std::numeric_limits<std::uint32_t>::max());
    for (std::size_t i = 0; i < text.size();) {
        const unsigned kind = kind_of(text[i]);
        const std::size_t punctuation = kind == beyond_ascii ? punctuation_length(text, i) : 0;
        if (kind == separator || punctuation > 0) {
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
