#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/lexicon/word_automaton.hpp"

namespace schakel {

/// Makes an automaton from words in ascending order of their bytes; used once. The same words always give the same slots.
class WordAutomatonBuilder {
public:
    WordAutomatonBuilder() : nodes_(1), open_(1) {}

    /// `word` must come after the one before it; it may not be empty or hold a zero byte.
    void add(std::string_view word);

    /// All slots. The number of the root goes into `root`.
    std::vector<AutomatonSlot> finish(std::uint32_t& root);

private:
    struct Edge {
        unsigned char letter = 0;
        bool ends_word = false;
        std::uint32_t node = 0;

        bool operator==(const Edge&) const = default;
    };
    struct Node {
        std::vector<Edge> edges;
        std::uint32_t words = 0;  // that go on through it
    };

    /// Closes the nodes of the last word below `depth`: each becomes the same node as an earlier one with the same edges.
    void close_below(std::size_t depth);
    std::uint32_t stored(std::vector<Edge>& edges);
    std::uint32_t words_behind(const Edge& edge) const;

    std::vector<Node> nodes_;  // node 0 has no edges
    std::unordered_multimap<std::uint64_t, std::uint32_t> nodes_by_hash_;
    std::vector<std::vector<Edge>> open_;  // edges of the nodes along the last word
    std::string last_;
};

}  // namespace schakel
