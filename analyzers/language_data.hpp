#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/compounds/compound_rules.hpp"
#include "analyzers/lexicon/lexicon.hpp"
#include "config/error.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// An abbreviation with the name it stands for.
struct Abbreviation {
    std::string form;  // as written: "GGD"
    std::string name;  // as written: "gemeentelijke gezondheidsdienst"
};

/// What the analysis chain knows of Dutch: the tables that a curator keeps in `config/nl`, with words in folded form unless said
/// otherwise, and the lexicon that the build makes. Immutable after loading; safe from any thread.
struct LanguageData {
    StringSet stop_words;                          // stopwoorden.tsv: words without a subject of their own
    StringMap<std::string> stem_exceptions;        // stamuitzonderingen.tsv: word → stem, where the other stages err
    StringSet verbatim;                            // onveranderd.tsv: words and names that are never reduced
    StringMap<std::string> abbreviations;          // afkortingen.tsv: any spelling → term
    StringMap<std::string> exact_abbreviations;    // afkortingen.tsv: spelling with these capitals, not folded → term
    std::vector<Abbreviation> abbreviation_names;  // afkortingen.tsv: those that have a name
    StringMap<std::string> spellings;              // spelling.tsv: one word → the word it is read as
    StringMap<std::string> joined_words;  // spelling.tsv: words with a space between them → the word they also are
    StringSet joined_starts;              // first words of the keys of joined_words
    CompoundRules compound_rules;         // samenstellingen.tsv, ongesplitst.tsv
    std::vector<std::pair<std::string, std::string>>
        successors;                          // opvolgers.tsv: term → term that took its place, as written
    std::shared_ptr<const Lexicon> lexicon;  // never null
    std::string version;                     // hash over tables and lexicon, part of the analysis fingerprint
};

/// Reads the tables in `folder` and the lexicon; an empty `lexicon_file` means `default_lexicon_file()`. Errors
/// (language_data_invalid) name file and line: a missing column, an empty value, a word that stands in a table twice; not_found
/// for a file that is not there.
Result<LanguageData> load_language_data(const std::filesystem::path& folder,
                                        const std::filesystem::path& lexicon_file = {});

/// The lexicon that was built with this program.
std::filesystem::path default_lexicon_file();

}  // namespace schakel
