#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analyzers/compounds/compound_weights.hpp"
#include "analyzers/compounds/part_candidates.hpp"
#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

/// The search for the cover of a word with the highest score. Keeps its memory between words; one per thread.
class BestSplit {
public:
    /// The parts of `word` in order; none unless they score more than `margin` above the word as one piece. Stays valid
    /// until the next call. `number` is that of the word in the lexicon, no_word when that lacks it; only then parts that
    /// no list has are tried.
    std::span<const PartCandidate> find(const Lexicon& lexicon, const PartCandidates& source, std::string_view word,
                                        WordNumber number, double margin = 0);

private:
    static constexpr std::size_t unreached = static_cast<std::size_t>(-1);

    /// A place between two letters.
    struct Place {
        bool begins = false;           // a cover of the letters before it exists
        bool ends = false;             // a cover of the letters behind it exists
        double score = 0;              // of the best cover of the letters before it
        std::size_t last = unreached;  // the last part of that cover, in `candidates_`
    };

    void gather(const PartCandidates& source, std::string_view word, bool with_unknown);
    void mark_ends(std::size_t length);
    void cover(const Lexicon& lexicon, std::string_view word);
    void collect(std::size_t end);

    std::vector<PartCandidate> candidates_;  // by begin
    std::vector<Place> places_;              // from before the first byte to behind the last
    std::vector<PartCandidate> parts_;
};

}  // namespace schakel
