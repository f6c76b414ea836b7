#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/lexicon/compiler/affix_file.hpp"
#include "analyzers/lexicon/compiler/word_list.hpp"

namespace schakel {

/// A word of a Hunspell dictionary with the flags of its affix rules.
struct DictionaryEntry {
    FormNumber word = 0;
    std::vector<AffixFlag> flags;

    bool has(AffixFlag flag) const;
    /// Whether it has a flag that begins with `family`: 'V' verb, 'A' adjective, 'Z' plural, 'Y' diminutive, 'P' prefix.
    bool has_family(char family) const;
};

/// Reads a Hunspell `.dic` file and adds its words to `words`. Left out: forbidden words, parts that are no words of
/// themselves, lines of more words. A word may have several entries. Errors: not_found, unreadable.
Result<std::vector<DictionaryEntry>> read_dictionary(const std::filesystem::path& file, WordList& words);

/// Adds every form that the suffix rules make of the entries to `words`, and marks in which parts of a compound entries and
/// forms can stand.
void add_affix_forms(const std::vector<DictionaryEntry>& entries, const AffixFile& affixes, WordList& words);

}  // namespace schakel
