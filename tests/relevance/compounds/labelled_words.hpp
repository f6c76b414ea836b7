#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

/// Where a labelled word comes from; its figures are told apart.
enum class WordSource : std::uint8_t {
    treebank,       // compounds of eval/compounds.tsv
    treebank_part,  // their parts, which its makers left whole in there; a weak witness
    whole,          // tests/golden/compounds/heel.txt
    domain,         // tests/golden/compounds/gesplitst.txt: never learned from
    verb,           // verbs with a particle or a prefix
    abbreviation,   // letter words before a common noun
    own,            // leerwoorden.txt
};
inline constexpr std::size_t word_sources = 7;

/// A folded word of which the parts are known.
struct LabelledWord {
    std::string text;
    std::vector<std::size_t>
        cuts;  // where parts end, in bytes, without the end of the word; none for a word that stays whole
    std::vector<std::string> lemmas;  // the base form of every part; empty where unknown
    WordSource source = WordSource::treebank;
    double weight = 1;  // how much it counts when weights are fitted
};

/// All that weights are fitted to and measured on; `treebank` has the columns of eval/compounds.tsv (word, parts with |,
/// base forms with _). Throws std::runtime_error for a file that cannot be read.
std::vector<LabelledWord> labelled_words(const Lexicon& lexicon, const std::filesystem::path& treebank);

}  // namespace schakel
