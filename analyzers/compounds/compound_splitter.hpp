#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "analyzers/compounds/best_split.hpp"
#include "analyzers/compounds/compound_rules.hpp"
#include "analyzers/compounds/part_candidates.hpp"
#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

/// One part of a compound, in bytes of the folded word. Linking letters and a hyphen belong to the part before them, so
/// that the parts together are the word.
struct CompoundPart {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t stem_end = 0;   // `end` without the linking letters
    WordNumber word = no_word;  // no_word for digits, an abbreviation of the curator or a part that no list has
};

/// Cuts Dutch compounds into their parts: jeugdgezondheidszorg → jeugd|gezondheids|zorg. Only whole covers count. The
/// best one is found by dynamic programming over the words of the lexicon (after P. Koehn and K. Knight, "Empirical
/// Methods for Compound Splitting", 2003), with a log-linear score for parts, linking letters and the word left whole
/// (see compound_weights.hpp). What the curator says goes first. Remembers how it has cut the words that are parts, so it is not
/// shared between threads.
class CompoundSplitter {
public:
    /// A longer word is never split: no Dutch word is, and a scan of one would only cost time.
    static constexpr std::size_t longest_word = 64;  // bytes

    /// Both must outlive the splitter, and `rules` must not change any more.
    CompoundSplitter(const Lexicon& lexicon, const CompoundRules& rules)
        : lexicon_(lexicon), rules_(rules), candidates_(lexicon, rules) {}

    /// The parts of `folded` into `parts` (emptied first); none when it is no compound.
    void split(std::string_view folded, std::vector<CompoundPart>& parts) const;

private:
    using Cut = std::vector<PartCandidate>;

    const Cut& inside(std::string_view stem, WordNumber word) const;
    Cut cut_inside(std::string_view stem, WordNumber word) const;
    bool is_kept_whole(std::string_view folded, WordNumber word) const;
    void add_part(std::string_view folded, const PartCandidate& part, std::vector<CompoundPart>& parts) const;

    const Lexicon& lexicon_;
    const CompoundRules& rules_;
    PartCandidates candidates_;
    mutable BestSplit best_;
    mutable tsl::robin_map<WordNumber, Cut> inside_;  // of words that were parts; nothing when it is not cut
};

}  // namespace schakel
