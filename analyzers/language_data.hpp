#pragma once

#include <filesystem>
#include <string>
#include <unordered_set>

#include "config/error.hpp"
#include "config/string_map.hpp"

namespace schakel {

using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

/// The Dutch tables of the analysis chain, as a curator keeps them in `config/nl`. All words are stored folded.
/// Immutable after loading; safe from any thread.
struct LanguageData {
    StringSet stop_words;                    // stopwoorden.tsv: words without a subject of their own
    StringMap<std::string> stem_exceptions;  // stamuitzonderingen.tsv: word → stem, where the stemmer errs
    StringSet verbatim;                      // onveranderd.tsv: words and abbreviations that are never stemmed
    std::string version;                     // hash over the files, part of the analysis fingerprint
};

/// Reads the tables in `folder`. Errors (language_data_invalid) name file and line: a missing column, an empty value, a word
/// that stands in a table twice.
Result<LanguageData> load_language_data(const std::filesystem::path& folder);

}  // namespace schakel
