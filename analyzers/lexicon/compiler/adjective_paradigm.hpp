#pragma once

#include "analyzers/lexicon/compiler/analyses.hpp"
#include "analyzers/lexicon/compiler/dictionary.hpp"

namespace schakel {

/// Adds the adjectives that the dictionary has and the forms that the word list has of them.
void add_dictionary_adjectives(const std::vector<DictionaryEntry>& entries, Analyses& analyses);

/// Adds the forms that the word list has of an adjective: sociale, socialer(e), sociaalst(e), daklozen.
void add_adjective_paradigm(FormNumber adjective, Evidence evidence, Analyses& analyses);

/// Whether a word that the dictionary does not know looks like an adjective: by its ending, and it has a form in -e.
bool looks_like_adjective(std::string_view word, const WordList& words);

}  // namespace schakel
