#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
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

    /// 0 = nowhere.
    using NodeNumber = std::uint32_t;

    struct Node {
        std::uint32_t phrase = no_phrase;  // that ends here
        bool goes_on = false;              // some phrase does not end here
    };
    struct Step {
        NodeNumber from = 0;
        WordNumber word = unknown_word;
        NodeNumber to = 0;
    };

    NodeNumber root(WordNumber word) const { return word < roots_.size() ? roots_[word] : 0; }
    NodeNumber step(NodeNumber from, WordNumber word) const { return steps_[slot_of(from, word)].to; }
    NodeNumber new_node();
    NodeNumber add_step(NodeNumber from, WordNumber word);
    std::size_t slot_of(NodeNumber from, WordNumber word) const;
    void grow();
    PhraseMatch longest_at(std::size_t first, std::string_view text, std::span<const ScannedWord> words) const;

    std::vector<NodeNumber> roots_;  // by word number; 0 = no phrase starts with it
    std::vector<Step> steps_ =
        std::vector<Step>(64);  // a power of two, at most half full; collisions go to the next slot
    std::size_t steps_taken_ = 0;
    std::vector<Node> nodes_ = std::vector<Node>(1);
    std::uint32_t phrases_ = 0;
};

}  // namespace schakel
