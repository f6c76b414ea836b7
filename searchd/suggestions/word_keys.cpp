#include "searchd/suggestions/word_keys.hpp"

namespace schakel {

namespace {

constexpr std::size_t shortest_part = 3;  // bytes; of a compound, to be found from there on
constexpr std::size_t most_words = 40;    // of a label; nobody types the rest
constexpr std::size_t longest_key = 64;   // bytes; nor more of a word

}  // namespace

std::vector<NameKey> WordKeys::of(std::string_view label) {
    const std::vector<LabelWord> words = label_words(label);
    std::vector<NameKey> keys;
    for (std::size_t i = 0; i < std::min(words.size(), most_words); ++i) {
        for (const NameKey& key : of_word(words[i].folded)) {
            keys.push_back(key);
            keys.back().beginning = i == 0 && !key.inside;
        }
        add_joined(words, i, keys);
    }
    return keys;
}

const std::vector<NameKey>& WordKeys::of_word(const std::string& folded) {
    const auto [known, added] = known_.try_emplace(folded);
    if (added) known->second = analyzed(folded);
    return known->second;
}

std::vector<NameKey> WordKeys::analyzed(const std::string& folded) const {
    std::vector<NameKey> keys{{folded.substr(0, longest_key)}};
    if (folded.size() > longest_key) return keys;
    const Word word = analyzer_.analyze(folded);
    if (!word.term.empty() && !word.stop) keys.push_back({base_key(word.term)});
    for (std::size_t i = 0; i < word.parts.size(); ++i) {
        const WordPart& part = word.parts[i];
        keys.push_back({.text = base_key(part.term), .inside = true});
        if (i > 0 && part.end - part.begin >= shortest_part)
            keys.push_back({.text = word.split.substr(part.begin), .inside = true});
    }
    return keys;
}

/// From the word at `first` on, what hyphens hold together: "wmowerkplaats" of "Wmo-werkplaats".
void WordKeys::add_joined(std::span<const LabelWord> words, std::size_t first, std::vector<NameKey>& keys) const {
    if (words[first].after_hyphen) return;
    std::string joined = words[first].folded;
    std::size_t past = first + 1;
    for (; past < words.size() && words[past].after_hyphen && joined.size() < longest_key; ++past)
        joined += words[past].folded;
    if (past > first + 1) keys.push_back({.text = joined.substr(0, longest_key), .beginning = first == 0});
}

}  // namespace schakel
