#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/lexicon/compiler/part_counts.hpp"

namespace schakel {

/// How a form is used in the longer words of the list. Each of those counts once, shared out over the ways to read it in two
/// parts, by how likely they are: olifantstand hardly counts for "stand", because "olifants" begins many others.
struct LikelyUse {
    double begins = 0;     // expected number of words that it begins
    double ends = 0;       // … that it ends
    double linking_s = 0;  // ln of the odds of a linking s behind it, less that of all words together
};

/// The use of every form, by its number, found by expectation-maximisation (A. Dempster, N. Laird and D. Rubin, 1977) over the
/// readings of `count_parts`; `origins` has one for each form.
std::vector<LikelyUse> likely_uses(const WordList& words, const std::vector<Origin>& origins);

/// The scale of `LexiconEntry::linking_s`: 20 steps for a factor e, between -127 and 127.
std::int8_t on_odds_scale(double log_odds);

}  // namespace schakel
