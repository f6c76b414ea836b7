#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analyzers/compounds/compound_weights.hpp"
#include "analyzers/compounds/part_candidates.hpp"
#include "tests/relevance/compounds/labelled_words.hpp"

namespace schakel {

/// All readings of a labelled word: whole, and every cover of it by candidates, as the splitter sees them. The chance of a
/// reading is proportional to e to the sum of its weights: a semi-Markov conditional random field (S. Sarawagi and
/// W. Cohen, 2004). Immutable.
class Lattice {
public:
    Lattice(const LabelledWord& word, const Lexicon& lexicon, const PartCandidates& source);

    /// Whether the labelled reading is among the readings; otherwise there is nothing to learn from it.
    bool is_reachable() const { return reachable_; }

    /// The ln of the chance of what the label allows, times the weight of the word. Adds its gradient to `gradient`.
    double log_likelihood(const TraitWeights& weights, TraitWeights& gradient) const;

private:
    struct Trait {
        std::uint16_t number;
        float value;
    };
    using Traits = std::vector<Trait>;

    /// A candidate in its place.
    struct Arc {
        std::size_t begin = 0;
        std::size_t end = 0;
        Traits traits;
        bool labelled = false;  // a part of the labelled reading
    };

    /// Which readings count.
    enum class Readings : std::uint8_t { all, labelled };

    static Traits packed(const TraitList& list);
    static double score_of(const Traits& traits, const TraitWeights& weights);
    void gather(std::string_view word, const Lexicon& lexicon, const PartCandidates& source,
                std::vector<PartCandidate>& candidates) const;
    void label(const LabelledWord& word, const Lexicon& lexicon, const std::vector<PartCandidate>& candidates);
    void keep_base_forms(const LabelledWord& word, const Lexicon& lexicon,
                         const std::vector<PartCandidate>& candidates);
    bool has_labelled_cover() const;
    double expect(const TraitWeights& weights, Readings readings, double sign, TraitWeights& gradient) const;

    std::size_t length_;
    bool whole_labelled_;
    double weight_;
    Traits whole_;
    std::vector<Arc> arcs_;  // by begin
    bool reachable_ = false;
};

}  // namespace schakel
