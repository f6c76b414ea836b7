#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/lexicon/compiler/analyses.hpp"
#include "analyzers/lexicon/compiler/dictionary.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// The forms of a strong or irregular verb without a prefix, from our own table.
struct StrongVerb {
    std::vector<std::string> present;
    std::vector<std::string> past;
    std::vector<std::string> participles;  // with ge-
};

using StrongVerbs = StringMap<StrongVerb>;  // by infinitive

/// Reads `sterke_werkwoorden.tsv`. Errors: those of TableFile; a doubled infinitive.
Result<StrongVerbs> read_strong_verbs(const std::filesystem::path& file);

/// The infinitives of the language: what the dictionary marks as one, also behind its prefixes, the strong verbs, and words
/// of the list that have a present participle (lopen, because of lopend and lopende).
std::vector<FormNumber> infinitives(const std::vector<DictionaryEntry>& entries, const AffixFile& affixes,
                                    const StrongVerbs& strong, const WordList& words);

}  // namespace schakel
