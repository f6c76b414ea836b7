#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/recognition/scanned_word.hpp"

namespace schakel {

/// A phrase found: words `first` to `last`, both included, of those searched.
struct PhraseMatch {
    std::size_t first = 0;
    std::size_t last = 0;
    std::uint32_t phrase = 0;
};

/// A set of phrases as a trie over word numbers (an automaton of whole words instead of letters, so that word boundaries come
/// by themselves). Filled at the start; then safe from any thread.
class PhraseSet {
public:
    /// The phrase's number, counted from 0: a new one, or the one it already had. `words` holds at least one and no
    /// unknown_word.
    std::uint32_t add(std::span<const WordNumber> words);

    std::size_t size() const { return phrases_; }

    /// Appends the longest phrase at each word, from left to right and without overlap. Between the words of a phrase the
    /// text must have a gap that may lie inside a name. Takes at most the length of the longest phrase per word.
    void find_longest(std::string_view text, std::span<const ScannedWord> words,
                      std::vector<PhraseMatch>& matches) const;

private:
    static constexpr std::uint32_t no_phrase = 0xFFFFFFFF;

    std::uint32_t step(std::uint32_t node, WordNumber word) const;

    std::vector<std::uint32_t> roots_;                        // by word number; 0 = no phrase starts with it
    std::unordered_map<std::uint64_t, std::uint32_t> steps_;  // node and word → node
    std::vector<std::uint32_t> phrase_of_ = {no_phrase};      // by node; node 0 is nowhere
    std::uint32_t phrases_ = 0;
};

}  // namespace schakel
