#include "analyzers/lexicon/word_automaton_builder.hpp"

#include <algorithm>
#include <utility>

#include <xxhash.h>

namespace schakel {

namespace {

/// Finds places for nodes in one array, so that the slots of none fall on those of another.
class SlotPlan {
public:
    /// Where the slot of letter 0 of a node with these letters (in ascending order) is to be. Nodes with many letters must come
    /// first: those with one letter fill the holes.
    std::size_t place(const std::vector<unsigned char>& letters) {
        if (letters.size() != letters_of_last_) first_to_try_ = 0;
        letters_of_last_ = letters.size();
        for (std::size_t slot = std::max<std::size_t>(first_to_try_, letters.front() + 1U);; ++slot) {
            const std::size_t node = slot - letters.front();
            if (!is_free(node, letters)) continue;
            take(node, letters);
            first_to_try_ = slot + 1;
            return node;
        }
    }

    std::size_t size() const { return slots_.size(); }

private:
    bool is_free(std::size_t node, const std::vector<unsigned char>& letters) const {
        if (node < nodes_.size() && nodes_[node]) return false;
        return std::none_of(letters.begin(), letters.end(), [&](unsigned char letter) {
            return node + letter < slots_.size() && slots_[node + letter];
        });
    }

    void take(std::size_t node, const std::vector<unsigned char>& letters) {
        if (nodes_.size() <= node) nodes_.resize(node + 1);
        if (slots_.size() <= node + letters.back()) slots_.resize(node + letters.back() + 1U);
        nodes_[node] = true;
        for (const unsigned char letter : letters) slots_[node + letter] = true;
    }

    std::vector<bool> nodes_;  // by place: whether a node stands there
    std::vector<bool> slots_;  // whether a letter does
    std::size_t letters_of_last_ = 0;
    std::size_t first_to_try_ = 0;
};

}  // namespace

void WordAutomatonBuilder::add(std::string_view word) {
    const auto common = static_cast<std::size_t>(
        std::mismatch(word.begin(), word.end(), last_.begin(), last_.end()).first - word.begin());
    close_below(common);
    for (std::size_t i = common; i < word.size(); ++i) {
        open_[i].push_back({static_cast<unsigned char>(word[i])});
        open_.emplace_back();
    }
    open_[word.size() - 1].back().ends_word = true;
    last_ = word;
}

void WordAutomatonBuilder::close_below(std::size_t depth) {
    for (; open_.size() > depth + 1; open_.pop_back()) {
        const std::uint32_t node = stored(open_.back());
        open_[open_.size() - 2].back().node = node;
    }
}

std::uint32_t WordAutomatonBuilder::words_behind(const Edge& edge) const {
    return nodes_[edge.node].words + (edge.ends_word ? 1U : 0U);
}

std::uint32_t WordAutomatonBuilder::stored(std::vector<Edge>& edges) {
    if (edges.empty()) return 0;
    std::uint64_t hash = 0;
    for (const Edge& edge : edges) {
        const std::uint64_t written = edge.node * 512ULL + edge.letter * 2ULL + (edge.ends_word ? 1ULL : 0ULL);
        hash = XXH3_64bits_withSeed(&written, sizeof written, hash);
    }
    const auto [first, last] = nodes_by_hash_.equal_range(hash);
    for (auto known = first; known != last; ++known)
        if (nodes_[known->second].edges == edges) return known->second;
    const auto node = static_cast<std::uint32_t>(nodes_.size());
    std::uint32_t words = 0;
    for (const Edge& edge : edges) words += words_behind(edge);
    nodes_.push_back({std::move(edges), words});
    nodes_by_hash_.emplace(hash, node);
    return node;
}

std::vector<AutomatonSlot> WordAutomatonBuilder::finish(std::uint32_t& root) {
    close_below(0);
    const std::uint32_t first = stored(open_.front());
    std::vector<std::uint32_t> order(nodes_.size() - 1);
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i + 1);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return nodes_[a].edges.size() > nodes_[b].edges.size(); });
    SlotPlan plan;
    std::vector<std::uint32_t> places(nodes_.size());  // node 0 stays at 0, where no letter of its own stands
    std::vector<unsigned char> letters;
    for (const std::uint32_t node : order) {
        letters.clear();
        for (const Edge& edge : nodes_[node].edges) letters.push_back(edge.letter);
        places[node] = static_cast<std::uint32_t>(plan.place(letters));
    }
    std::vector<AutomatonSlot> slots(plan.size() + WordAutomaton::empty_slots_at_end);
    for (const std::uint32_t node : order) {
        std::uint32_t before = 0;
        for (const Edge& edge : nodes_[node].edges) {
            slots[places[node] + edge.letter] = {edge.letter | places[edge.node] << 8U,
                                                 (edge.ends_word ? 1U : 0U) | before << 1U};
            before += words_behind(edge);
        }
    }
    root = places[first];
    return slots;
}

}  // namespace schakel
