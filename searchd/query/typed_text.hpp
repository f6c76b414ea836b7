#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace schakel {

/// The first `most` characters of UTF-8 text. Safe from any thread.
std::string_view first_characters(std::string_view text, std::size_t most);

/// What a person sees of what was typed: white space and control characters of any kind become spaces; invisible characters
/// (zero-width, writing direction, soft hyphens) go; the rest stays as it is. Safe from any thread.
std::string readable_text(std::string_view typed);

/// The same text with a space for every control character that is no white space. Safe from any thread.
std::string without_control_characters(std::string_view typed);

/// Whether there is nothing but white space in it. Safe from any thread.
bool is_blank(std::string_view text);

/// The character at byte `at`, or 0 behind the end and for a malformed one. Safe from any thread.
char32_t character_at(std::string_view text, std::size_t at);

/// Bytes of the quotation mark at byte `at`: " or one of the typographic ones; 0 when there is none. Safe from any thread.
std::size_t quote_length(std::string_view text, std::size_t at);

/// Letters, digits and the accents that follow them. Safe from any thread.
bool is_word_character(char32_t character);

/// Whether there is a letter or a digit in it: something to search for. Safe from any thread.
bool has_word_character(std::string_view text);

/// Takes the next piece up to a space from the front of `rest`, with the spaces before it; empty at the end.
std::string_view take_chunk(std::string_view& rest);

}  // namespace schakel
