#pragma once

#include "analyzers/spelling/speller.hpp"

namespace schakel {

/// The lexicon that the build made.
const Lexicon& shipped_lexicon();

/// The speller over the word list that the build made and the tables of config/nl, loaded once for all tests. Throws
/// when a file cannot be read.
const Speller& shipped_speller();

}  // namespace schakel
