#include "analyzers/compounds/part_counts.hpp"

#include "analyzers/compounds/best_split.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_counted = 40;  // bytes; what is longer is listed by accident

void count(std::span<const PartCandidate> parts, std::vector<PartCount>& counts) {
    if (parts.empty()) return;
    if (parts.front().word != no_word) ++counts[parts.front().word].begins;
    if (parts.back().word != no_word) ++counts[parts.back().word].ends;
}

}  // namespace

std::vector<PartCount> count_parts(const Lexicon& lexicon, const CompoundRules& rules) {
    const PartCandidates candidates(lexicon, rules);
    BestSplit best;
    std::vector<PartCount> counts(lexicon.size());
    for (WordNumber word = 0; word < lexicon.size(); ++word)
        if (const std::string text = lexicon.text(word); text.size() <= longest_counted)
            count(best.find(lexicon, candidates, text), counts);
    return counts;
}

}  // namespace schakel
