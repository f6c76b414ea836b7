#include "analyzers/recognition/phrase_set.hpp"

namespace schakel {
namespace {

constexpr std::uint64_t step_key(std::uint32_t node, WordNumber word) {
    return (static_cast<std::uint64_t>(node) << 32) | word;
}

}  // namespace

std::uint32_t PhraseSet::add(std::span<const WordNumber> words) {
    const auto new_node = [&] {
        phrase_of_.push_back(no_phrase);
        return static_cast<std::uint32_t>(phrase_of_.size() - 1);
    };
    if (roots_.size() <= words.front()) roots_.resize(words.front() + 1U);
    std::uint32_t node = roots_[words.front()];
    if (node == 0) node = roots_[words.front()] = new_node();
    for (const WordNumber word : words.subspan(1)) {
        const auto [found, is_new] = steps_.try_emplace(step_key(node, word));
        if (is_new) found->second = new_node();
        node = found->second;
    }
    if (phrase_of_[node] == no_phrase) phrase_of_[node] = phrases_++;
    return phrase_of_[node];
}

std::uint32_t PhraseSet::step(std::uint32_t node, WordNumber word) const {
    if (word == unknown_word) return 0;
    const auto found = steps_.find(step_key(node, word));
    return found == steps_.end() ? 0 : found->second;
}

void PhraseSet::find_longest(std::string_view text, std::span<const ScannedWord> words,
                             std::vector<PhraseMatch>& matches) const {
    for (std::size_t first = 0; first < words.size();) {
        const WordNumber start = words[first].number;
        std::uint32_t node = start < roots_.size() ? roots_[start] : 0;
        PhraseMatch longest{first, first, no_phrase};
        for (std::size_t last = first; node != 0;) {
            if (phrase_of_[node] != no_phrase) longest = {first, last, phrase_of_[node]};
            if (++last == words.size()) break;
            const ScannedWord& before = words[last - 1];
            const std::string_view gap = text.substr(before.end, words[last].begin - before.end);
            node = gap_is_inside_name(gap, before.end - before.begin) ? step(node, words[last].number) : 0;
        }
        if (longest.phrase != no_phrase) matches.push_back(longest);
        first = longest.phrase == no_phrase ? first + 1 : longest.last + 1;
    }
}

}  // namespace schakel
