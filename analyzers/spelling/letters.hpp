#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace schakel {

/// Words as the speller handles them: one byte per letter, in ISO 8859-1 (Latin-1), which has every letter of Dutch.
/// Typographic apostrophes and dashes become ' and -, ĳ becomes ij, letters and loose accents are put together (NFC).
/// Absent when a letter is not in Latin-1, or the text is not valid UTF-8. Safe from any thread.
std::optional<std::string> to_letters(std::string_view utf8);

std::string from_letters(std::string_view letters);

/// By byte: the letter without accent, in lower case: É → e, ç → c, å → a. Other bytes stay what they are.
extern const std::array<char, 256> plain_letters;

inline char plain_letter(char letter) { return plain_letters[static_cast<unsigned char>(letter)]; }

/// The letter in lower case: É → é.
char lower_letter(char letter);

inline bool has_accent(char letter) { return static_cast<unsigned char>(letter) >= 0xC0; }

}  // namespace schakel
