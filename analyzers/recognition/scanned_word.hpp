#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/recognition/known_words.hpp"

namespace schakel {

enum class LetterCase : std::uint8_t { lower, initial_capital, all_capitals, number };

/// A run of letters and digits in a text of at most 4 GiB.
struct ScannedWord {
    std::uint32_t begin = 0;  // bytes in the text
    std::uint32_t end = 0;
    WordNumber number = unknown_word;
    LetterCase letter_case = LetterCase::lower;
};

/// Appends the words of `text` in order, each with its number. Apostrophes, hyphens, points and white space are between words
/// ('s-Gravenhage is s and Gravenhage), a soft hyphen is inside one. Coarser and many times faster than `Tokenizer`: names of
/// places need no more. Any bytes are allowed; linear in the text. Safe from any thread.
void scan_words(std::string_view text, const KnownWords& known, std::vector<ScannedWord>& words);

/// What may lie between two words of one name: a space, a line end, a hyphen, an apostrophe, an opening bracket, a point after
/// a short word (St. Oedenrode), but no comma, sentence end or empty line. `gap` is the text between them.
bool gap_is_inside_name(std::string_view gap, std::size_t length_of_word_before);

}  // namespace schakel
