#include "analyzers/spelling/word_graph_builder.hpp"

#include <algorithm>

#include <xxhash.h>

namespace schakel {

WordGraphBuilder::WordGraphBuilder() : edges_(1), open_(1) {
    edges_[0].bits = GraphEdge::last_of_node;  // node 0: no edges, only this filler
}

void WordGraphBuilder::add(std::string_view letters) {
    if (letters.empty() || letters == last_) return;
    const auto common = static_cast<std::size_t>(
        std::mismatch(letters.begin(), letters.end(), last_.begin(), last_.end()).first - letters.begin());
    close_below(common);
    for (std::size_t i = common; i < letters.size(); ++i) {
        open_[i].edges.push_back({static_cast<unsigned char>(letters[i])});
        open_.emplace_back();
    }
    open_[letters.size() - 1].edges.back().bits |= GraphEdge::word_end;
    last_ = letters;
}

void WordGraphBuilder::close_below(std::size_t depth) {
    for (; open_.size() > depth + 1; open_.pop_back()) {
        const std::uint32_t node = stored(open_.back().edges);
        open_[open_.size() - 2].edges.back().bits |= node << 10;
    }
}

std::uint32_t WordGraphBuilder::stored(std::vector<GraphEdge>& edges) {
    if (edges.empty()) return 0;
    edges.back().bits |= GraphEdge::last_of_node;
    const std::uint64_t hash = XXH3_64bits(edges.data(), edges.size() * sizeof(GraphEdge));
    const auto same = [](GraphEdge a, GraphEdge b) { return a.bits == b.bits; };
    const auto [first, last] = nodes_by_hash_.equal_range(hash);
    for (auto known = first; known != last; ++known)
        if (std::equal(edges.begin(), edges.end(), edges_.begin() + known->second, same)) return known->second;
    const auto node = static_cast<std::uint32_t>(edges_.size());
    edges_.insert(edges_.end(), edges.begin(), edges.end());
    nodes_by_hash_.emplace(hash, node);
    return node;
}

std::vector<GraphEdge> WordGraphBuilder::finish(std::uint32_t& root) {
    close_below(0);
    root = stored(open_.front().edges);
    return std::move(edges_);
}

}  // namespace schakel
