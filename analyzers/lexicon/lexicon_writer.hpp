#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

/// A word as it goes into a lexicon file: `LexiconEntry` with words in place of numbers.
struct LexiconWord {
    std::string text;   // folded
    std::string lemma;  // empty = the word itself
    std::string base;   // empty = none
    std::uint8_t classes = 0;
    std::uint8_t roles = 0;
    std::uint8_t begins = 0;
    std::uint8_t ends = 0;
    std::uint8_t likely_begins = 0;
    std::uint8_t likely_ends = 0;
    std::int8_t linking_s = 0;
    std::uint8_t dictionaries = 0;
};

/// Writes `words` (each text once) as a lexicon file; lemmas and bases that are not among them are added. The same words
/// always give the same bytes. Errors: io.
Result<void> write_lexicon(const std::filesystem::path& file, std::vector<LexiconWord> words);

}  // namespace schakel
