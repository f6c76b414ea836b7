#pragma once

#include <filesystem>

#include "analyzers/lexicon/compiler/analyses.hpp"
#include "analyzers/lexicon/compiler/dictionary.hpp"

namespace schakel {

/// Adds the nouns that the dictionary has: the headwords themselves, the plurals that its rules make, and the diminutives
/// that the word list has of them.
void add_dictionary_nouns(const std::vector<DictionaryEntry>& entries, const AffixFile& affixes, Analyses& analyses);

/// Adds the names, abbreviations and their inflected forms: Amsterdams, ggd's, ggd'en, pgb'tje, zzp'er.
void add_names(const WordList& words, Analyses& analyses);

/// Adds the forms that the word list has of a noun which the dictionary does not know: by all rules of plural and diminutive.
void add_guessed_noun(FormNumber noun, Analyses& analyses);

/// Adds the readings of a table with the columns `form_column` and `lemma_column`. Words that the list does not have are
/// skipped. Errors: those of TableFile.
Result<void> add_table(const std::filesystem::path& file, std::string_view form_column, std::string_view lemma_column,
                       Evidence evidence, Analyses& analyses);

/// Adds the words of a table with the column `woord`, each as its own base form; of nouns also the plural in
/// -s. Errors: those of TableFile.
Result<void> add_fixed_words(const std::filesystem::path& file, std::uint8_t classes, Analyses& analyses);

}  // namespace schakel
