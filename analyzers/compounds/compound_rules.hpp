#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// What the curator says about single compounds; all words folded. Immutable after loading; safe from any thread.
struct CompoundRules {
    StringMap<std::vector<std::size_t>> splits;  // word → where its parts end, in bytes; the last is its length
    StringSet whole;                             // words that are never split
    StringSet abbreviations;                     // letter words that may be a part although the lexicon lacks them
    StringSet bound_beginnings;                  // parts that are no word by themselves: stief-, eco-
    StringSet bound_endings;                     // -ganger, -genote
    std::string version;                         // hash over the tables, for the analysis fingerprint
};

/// Reads samenstellingen.tsv (`woord`, `delen` with | between them), ongesplitst.tsv (`woord`) and woorddelen.tsv (`deel`,
/// written eco- or -ganger) in `folder`;
/// `abbreviations` stays empty. Errors: not_found, unreadable; language_data_invalid with file and line for a word given
/// twice or in both tables, parts that do not make the word, fewer than two parts, or a bound part without its hyphen.
Result<CompoundRules> load_compound_rules(const std::filesystem::path& folder);

}  // namespace schakel
