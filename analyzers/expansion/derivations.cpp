#include "analyzers/expansion/derivations.hpp"

#include <algorithm>

namespace schakel {

namespace {

constexpr std::size_t most_related = 6;

}  // namespace

Derivations::Derivations(const Lexicon& lexicon) : lexicon_(lexicon) {
    for (WordNumber word = 0; word < lexicon.size(); ++word) {
        const LexiconEntry& entry = lexicon.entry(word);
        if (entry.base != no_word && entry.lemma == word) by_base_.emplace_back(entry.base, word);
    }
    std::sort(by_base_.begin(), by_base_.end());
}

std::vector<std::string> Derivations::of(std::string_view term) const {
    std::vector<std::string> related;
    const auto add = [&](WordNumber word) {
        std::string text(lexicon_.text(lexicon_.entry(word).lemma));
        std::erase(text, '-');
        if (text != term && related.size() < most_related) related.push_back(std::move(text));
    };
    const auto word = lexicon_.find(term);
    if (!word) return related;
    if (const WordNumber base = lexicon_.entry(*word).base; base != no_word) add(base);
    for (auto at = std::lower_bound(by_base_.begin(), by_base_.end(), std::pair(*word, WordNumber{0}));
         at != by_base_.end() && at->first == *word; ++at)
        add(at->second);
    return related;
}

}  // namespace schakel
