#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace schakel {

/// What the bytes of running text are, as far as words and references need to know. All functions are pure; an offset may be
/// at or behind the end of the text, where nothing is found.

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr bool is_alphanumeric(char c) { return is_lower(c) || is_upper(c) || is_digit(c); }

/// What a byte is to a text that is read word by word; the classes of bytes are bits.
enum ByteClass : std::uint8_t {
    byte_letter = 1,  // of ASCII
    byte_separates =
        2,  // ASCII that is never part of a word: all but letters, digits, and _ and @, which ICU joins to what follows
    byte_may_join = 4,       // … but when a letter or digit follows (MidLetter, MidNum in UAX #29)
    byte_interrupts = 8,     // a word before it may go on: a dash, bracket or apostrophe, or above ASCII
    byte_may_hyphenate = 16  // a word behind it may be the rest of one: a dash, or above ASCII
};

inline constexpr std::array<std::uint8_t, 256> byte_classes = [] {
    std::array<std::uint8_t, 256> classes{};
    for (unsigned byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        unsigned bits = 0;
        if (is_lower(c) || is_upper(c)) bits |= byte_letter;
        if (is_ascii(c) && !is_alphanumeric(c) && c != '_' && c != '@') bits |= byte_separates;
        if (c == '.' || c == ':' || c == ',' || c == ';' || c == '\'') bits |= byte_may_join;
        if (!is_ascii(c) || c == '-' || c == '(' || c == ')' || c == '\'' || c == '`') bits |= byte_interrupts;
        if (!is_ascii(c) || c == '-') bits |= byte_may_hyphenate;
        classes[byte] = static_cast<std::uint8_t>(bits);
    }
    return classes;
}();

constexpr bool is_of(char c, ByteClass wanted) { return (byte_classes[static_cast<unsigned char>(c)] & wanted) != 0; }
constexpr bool is_ascii_letter(char c) { return is_of(c, byte_letter); }
constexpr bool separates(char c) { return is_of(c, byte_separates); }
constexpr bool may_join(char c) { return is_of(c, byte_may_join); }

/// The byte at `at`, or 0 behind the end.
constexpr char byte_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

/// Length in bytes of the dash at `at` (- and U+2010, U+2011, U+2013), or 0. The em dash is no hyphen.
std::size_t dash_length(std::string_view text, std::size_t at);

/// The same for the dash that ends at `end`, the em dash (U+2014) included.
std::size_t dash_length_before(std::string_view text, std::size_t end);

/// Length of the apostrophe at `at` (' ’ ‘), or 0.
std::size_t apostrophe_length(std::string_view text, std::size_t at);

/// Length of what is typed for an apostrophe, also ´ and `, or 0.
std::size_t loose_apostrophe_length(std::string_view text, std::size_t at);

/// Whether the byte at `at` belongs to a letter or digit, within a word. General punctuation (U+2000 to U+206F) and the signs
/// of Latin-1 do not, although their bytes are above 0x7F.
bool word_goes_on(std::string_view text, std::size_t at);

/// Whether a letter or digit of any script starts at `at`.
bool begins_word(std::string_view text, std::size_t at);

/// Whether a letter or digit of any script ends at `end`.
bool ends_word_before(std::string_view text, std::size_t end);

/// Whether a lower-case letter starts at `at`.
bool begins_lower(std::string_view text, std::size_t at);

/// Whether all of `text` is letters: ASCII, or above it and no sign.
bool is_letters(std::string_view text);

/// Whether `text` has `lower` (ASCII, lower case) at `at`, in any case.
bool has_at(std::string_view text, std::size_t at, std::string_view lower);

/// The first byte behind the digits at `at`.
std::size_t skip_digits(std::string_view text, std::size_t at);

/// Where the next line begins to have text when only white space and one line end follow at `at`; npos when something else
/// follows, or an empty line.
std::size_t next_line(std::string_view text, std::size_t at);

}  // namespace schakel
