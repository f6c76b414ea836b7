#pragma once

#include <array>
#include <string>
#include <vector>

#include "analyzers/compounds/compound_splitter.hpp"
#include "tests/relevance/compounds/labelled_words.hpp"

namespace schakel {

/// What the splitter makes of labelled words of one kind.
struct SplitFigures {
    std::size_t compounds = 0;
    std::size_t exact = 0;  // compounds with the same cuts
    std::size_t cuts = 0;
    std::size_t found = 0;  // cuts that are made
    std::size_t whole_words = 0;
    std::size_t wrongly_split = 0;

    /// Counts the word with the cuts that were made in it.
    void add(const LabelledWord& word, const std::vector<std::size_t>& made);
};

/// Figures per kind of word.
struct SplitReport {
    std::array<SplitFigures, word_sources> of_source;
    std::string misses;  // a line for each word of the treebank: as labelled, as made

    void add(const LabelledWord& word, const CompoundSplitter& splitter);
    /// One line per kind: exact, recall of cuts, whole words split.
    std::string to_text() const;
};

}  // namespace schakel
