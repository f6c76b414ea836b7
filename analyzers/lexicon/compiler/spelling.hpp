#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schakel {

/// The Dutch spelling of open and closed syllables, on folded words. Where spelling alone does not decide (dag → dagen,
/// but vlag → vlaggen) every possible spelling is given; the word list decides which of them exist.
/// Source: Woordenlijst Nederlandse Taal, Leidraad, chapters 2 and 3 (public rules).

/// The word as it stands before an ending with a vowel: huis → huiz, huis; man → mann; loop → lop; reken → reken, rekenn.
std::vector<std::string> opened(std::string_view word);

/// Each of `opened(word)` with the ending, which begins with a vowel. A word in -e keeps one e: opgave + en → opgaven.
std::vector<std::string> with_vowel_ending(std::string_view word, std::string_view ending);

/// The stems of an infinitive: lopen → loop, lop; wandelen → wandel, wandeel; leven → leef; kussen → kus; skien → ski.
std::vector<std::string> stems_of(std::string_view infinitive);

/// Whether a weak verb has -te and -t rather than -de and -d ('t kofschip, on the letter before -en).
bool takes_t(std::string_view infinitive);

bool is_vowel(char letter);

}  // namespace schakel
