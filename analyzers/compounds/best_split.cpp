#include "analyzers/compounds/best_split.hpp"

#include <algorithm>

namespace schakel {

std::span<const PartCandidate> BestSplit::find(const Lexicon& lexicon, const PartCandidates& source,
                                               std::string_view word, WordNumber number, double margin) {
    parts_.clear();
    if (word.empty()) return parts_;
    gather(source, word, number == no_word);
    mark_ends(word.size());
    if (!places_.front().ends) return parts_;
    cover(lexicon, word);
    if (places_.back().score > score(traits_of_whole(lexicon, word, number), trait_weights()) + margin)
        collect(word.size());
    return parts_;
}

void BestSplit::gather(const PartCandidates& source, std::string_view word, bool with_unknown) {
    candidates_.clear();
    places_.assign(word.size() + 1, {});
    places_.front().begins = true;
    for (std::size_t begin = 0; begin < word.size(); ++begin) {
        if (!places_[begin].begins) continue;
        const std::size_t first = candidates_.size();
        source.add_known(word, begin, candidates_);
        if (with_unknown) PartCandidates::add_unknown(word, begin, candidates_);
        for (std::size_t i = first; i < candidates_.size(); ++i) places_[candidates_[i].end].begins = true;
    }
}

void BestSplit::mark_ends(std::size_t length) {
    places_[length].ends = true;
    for (auto part = candidates_.rbegin(); part != candidates_.rend(); ++part)
        if (places_[part->end].ends && part->end - part->begin < length) places_[part->begin].ends = true;
}

void BestSplit::cover(const Lexicon& lexicon, std::string_view word) {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        const PartCandidate& part = candidates_[i];
        const bool is_whole = part.end - part.begin == word.size();
        if (is_whole || !places_[part.end].ends) continue;
        const double before = places_[part.begin].score;
        const double total = before + score(traits_of_part(lexicon, word, part), trait_weights());
        Place& place = places_[part.end];
        if (place.last == unreached || total > place.score) place = {place.begins, place.ends, total, i};
    }
}

void BestSplit::collect(std::size_t end) {
    while (end > 0) {
        parts_.push_back(candidates_[places_[end].last]);
        end = parts_.back().begin;
    }
    std::reverse(parts_.begin(), parts_.end());
}

}  // namespace schakel
