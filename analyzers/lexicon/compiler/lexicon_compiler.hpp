#pragma once

#include <filesystem>
#include <vector>

#include "analyzers/lexicon/lexicon_writer.hpp"
#include "config/error.hpp"

namespace schakel {

/// Where the compiler finds its sources.
struct LexiconSources {
    std::filesystem::path words;                   // one word a line (Debian's wdutch)
    std::filesystem::path dictionary;              // nl.dic (hunspell-nl)
    std::filesystem::path affixes;                 // nl.aff
    std::filesystem::path tables;                  // our own tables (analyzers/lexicon/tables)
    std::vector<std::filesystem::path> headwords;  // indexes of dictionaries from Dutch (dict-freedict-nld-*)
};

/// Works out base form, derivation, classes, compound roles and part counts of every word form of the sources, in a fixed
/// order. Errors: those of the files.
Result<std::vector<LexiconWord>> compile_lexicon(const LexiconSources& sources);

}  // namespace schakel
