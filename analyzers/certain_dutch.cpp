#include "analyzers/certain_dutch.hpp"

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>

namespace schakel {

namespace {

/// Function words of Dutch that Frisian, Low German, German, English, French and the Scandinavian languages do not have, or
/// seldom. In alphabetical order.
constexpr std::array<std::string_view, 38> signs{
    "aan",    "bij",    "binnen", "deze",  "dienen",  "een",    "geen",   "heeft",  "het",   "hij",
    "ieder",  "indien", "kunnen", "maar",  "moet",    "moeten", "naar",   "niet",   "onder", "ook",
    "tussen", "uit",    "van",    "vanaf", "volgens", "voor",   "waar",   "waarin", "wel",   "wij",
    "worden", "wordt",  "zich",   "zij",   "zijn",    "zoals",  "zonder", "zullen"};
constexpr std::size_t longest_sign = 8;     // letters: they fit in a number
constexpr std::size_t stretch_bytes = 100;  // about fifteen words
constexpr std::size_t stretches_per_one_without = 4;
constexpr std::size_t least_different = 4;
constexpr std::size_t most_words_per_sign = 8;

/// A word of at most `longest_sign` letters as one number.
class Letters {
public:
    constexpr Letters() = default;
    constexpr explicit Letters(std::string_view word) {
        for (const char letter : word) add(letter);
    }

    constexpr void add(char letter) {
        number_ = number_ << 8U | static_cast<unsigned char>(lower(letter));
        ++length_;
    }
    constexpr std::uint64_t number() const { return length_ <= longest_sign ? number_ : 0; }

private:
    static constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

    std::uint64_t number_ = 0;
    std::size_t length_ = 0;
};

/// The signs by number, each in the first free slot from its own.
class SignTable {
public:
    static constexpr std::size_t nowhere = 256;

    constexpr SignTable() {
        for (const std::string_view sign : signs) {
            std::size_t slot = slot_of(Letters(sign).number());
            while (numbers_[slot] != 0) slot = (slot + 1) % nowhere;
            numbers_[slot] = Letters(sign).number();
        }
    }

    constexpr std::size_t find(std::uint64_t number) const {
        for (std::size_t slot = slot_of(number); numbers_[slot] != 0; slot = (slot + 1) % nowhere)
            if (numbers_[slot] == number) return slot;
        return nowhere;
    }

private:
    static constexpr std::size_t slot_of(std::uint64_t number) { return (number * 0x9E3779B97F4A7C15U) >> 56U; }

    std::array<std::uint64_t, nowhere> numbers_{};
};

constexpr SignTable sign_table;

constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Counts the signs in a text from left to right.
class SignCount {
public:
    void add_word(std::string_view word, std::size_t begin) {
        ++words_;
        if (word.size() > longest_sign) return;
        const std::size_t sign = sign_table.find(Letters(word).number());
        if (sign == SignTable::nowhere) return;
        ++signs_;
        different_.set(sign);
        const std::size_t stretch = begin / stretch_bytes;
        if (last_with_ == nowhere || stretch > last_with_) ++stretches_with_;
        last_with_ = stretch;
    }

    bool is_certain(std::size_t text_bytes) const {
        const std::size_t stretches =
            (text_bytes + stretch_bytes / 2) / stretch_bytes;  // a rest counts from half of one
        return stretches_with_ + stretches / stretches_per_one_without >= stretches &&
               different_.count() >= least_different && signs_ * most_words_per_sign >= words_;
    }

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    std::size_t words_ = 0;
    std::size_t signs_ = 0;
    std::size_t stretches_with_ = 0;
    std::size_t last_with_ = nowhere;
    std::bitset<SignTable::nowhere> different_;
};

}  // namespace

bool is_certainly_dutch(std::string_view text) {
    SignCount count;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && is_letter(text[end])) ++end;
        if (end > begin) count.add_word(text.substr(begin, end - begin), begin);
        begin = end + 1;
    }
    return count.is_certain(text.size());
}

}  // namespace schakel
