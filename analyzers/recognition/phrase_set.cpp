#include "analyzers/recognition/phrase_set.hpp"

namespace schakel {

PhraseSet::NodeNumber PhraseSet::new_node() {
    nodes_.emplace_back();
    return static_cast<NodeNumber>(nodes_.size() - 1);
}

std::uint32_t PhraseSet::add(std::span<const WordNumber> words) {
    if (roots_.size() <= words.front()) roots_.resize(words.front() + 1U);
    NodeNumber node = roots_[words.front()];
    if (node == 0) node = roots_[words.front()] = new_node();
    for (const WordNumber word : words.subspan(1)) node = add_step(node, word);
    if (nodes_[node].phrase == no_phrase) nodes_[node].phrase = phrases_++;
    return nodes_[node].phrase;
}

PhraseSet::NodeNumber PhraseSet::add_step(NodeNumber from, WordNumber word) {
    if (const NodeNumber known = step(from, word); known != 0) return known;
    if (++steps_taken_ * 2 > steps_.size()) grow();
    nodes_[from].goes_on = true;
    const NodeNumber to = new_node();
    steps_[slot_of(from, word)] = {from, word, to};
    return to;
}

/// Where the step is, or where it would go.
std::size_t PhraseSet::slot_of(NodeNumber from, WordNumber word) const {
    const std::uint64_t key = std::uint64_t{from} << 32U | word;
    const std::uint64_t hash = key * 0x9E3779B97F4A7C15U;  // Fibonacci hashing (Knuth, TAOCP 3, 6.4)
    std::size_t slot = (hash >> 32U) & (steps_.size() - 1);
    while (steps_[slot].to != 0 && (steps_[slot].from != from || steps_[slot].word != word))
        slot = (slot + 1) & (steps_.size() - 1);
    return slot;
}

void PhraseSet::grow() {
    const std::vector<Step> old = std::move(steps_);
    steps_ = std::vector<Step>(old.size() * 2);
    for (const Step& step : old)
        if (step.to != 0) steps_[slot_of(step.from, step.word)] = step;
}

PhraseMatch PhraseSet::longest_at(std::size_t first, std::string_view text, std::span<const ScannedWord> words) const {
    PhraseMatch longest{first, first, no_phrase};
    NodeNumber node = root(words[first].number);
    for (std::size_t last = first; node != 0;) {
        if (nodes_[node].phrase != no_phrase) longest = {first, last, nodes_[node].phrase};
        if (!nodes_[node].goes_on) break;
        ++last;
        if (last == words.size() || words[last].number == unknown_word) break;
        const ScannedWord& before = words[last - 1];
        const std::string_view gap = text.substr(before.end, words[last].begin - before.end);
        node = gap_is_inside_name(gap, before.end - before.begin) ? step(node, words[last].number) : 0;
    }
    return longest;
}

void PhraseSet::find_longest(std::string_view text, std::span<const ScannedWord> words,
                             std::vector<PhraseMatch>& matches) const {
    for (std::size_t first = 0; first < words.size();) {
        if (root(words[first].number) == 0) {
            ++first;
            continue;
        }
        const PhraseMatch longest = longest_at(first, text, words);
        if (longest.phrase != no_phrase) matches.push_back(longest);
        first = longest.phrase == no_phrase ? first + 1 : longest.last + 1;
    }
}

}  // namespace schakel
