#pragma once

#include <filesystem>

#include "analyzers/spelling/commonness.hpp"
#include "analyzers/spelling/confusions.hpp"
#include "analyzers/spelling/word_graph.hpp"

namespace schakel {

/// Where the speller's files are.
struct SpellingFiles {
    std::filesystem::path words;         // the word graph that the build makes
    std::filesystem::path replacements;  // the table of confusions that the build makes; empty = none
    std::filesystem::path tables;        // config/nl: verwisselingen.tsv, gangbaar.tsv and stopwoorden.tsv
};

/// All that a speller knows besides the lexicon. Immutable after loading; safe from any thread.
struct SpellingData {
    WordGraph words;
    Confusions confusions;
    CommonWords common_words;
};

/// Errors: not_found, unreadable; language_data_invalid with file and line.
Result<SpellingData> load_spelling_data(const SpellingFiles& files);

}  // namespace schakel
