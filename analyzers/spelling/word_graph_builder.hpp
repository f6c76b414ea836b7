#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/spelling/word_graph.hpp"

namespace schakel {

/// Makes the edges of a word graph from words in ascending order; used once.
class WordGraphBuilder {
public:
    WordGraphBuilder();

    /// `letters` must come after the word before it; an empty word or one that was there already changes nothing.
    void add(std::string_view letters);

    /// All edges, those of one node next to each other. The number of the root goes into `root`.
    std::vector<GraphEdge> finish(std::uint32_t& root);

private:
    struct OpenNode {
        std::vector<GraphEdge> edges;
    };

    /// Closes the nodes of the last word below `depth`: each becomes the same node as an earlier one with the same
    /// edges.
    void close_below(std::size_t depth);
    std::uint32_t stored(std::vector<GraphEdge>& edges);

    std::vector<GraphEdge> edges_;
    std::unordered_multimap<std::uint64_t, std::uint32_t> nodes_by_hash_;
    std::vector<OpenNode> open_;  // from the root along the last word
    std::string last_;
};

}  // namespace schakel
