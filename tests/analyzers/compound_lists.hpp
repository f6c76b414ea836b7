#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "analyzers/compounds/compound_splitter.hpp"

namespace schakel {

/// A word with its parts, as "jeugd|zorg"; a word without | stays whole.
struct SplitWord {
    std::string word;
    std::string parts;
};

/// The rules of config/nl with a few abbreviations, read once for all tests. Throws when they cannot be read.
const CompoundRules& shipped_compound_rules();

/// Lines "jeugd|zorg" of a file; empty lines and lines that start with # are left out.
std::vector<SplitWord> read_split_words(const std::filesystem::path& file);

/// What `splitter` makes of `word`, in the same form.
std::string split_text(const CompoundSplitter& splitter, const std::string& word);

/// The places of | in "jeugd|zorg", counted in the word.
std::set<std::size_t> boundaries(const std::string& parts);

}  // namespace schakel
