#pragma once

#include <array>

#include "analyzers/compounds/compound_traits.hpp"

namespace schakel {

/// The weight of every trait, by its number, in nats of log-odds: +0.7 doubles the odds of the reading that has it.
using TraitWeights = std::array<double, all_traits>;

/// The weights that the splitter uses; they were fitted by maximum likelihood to split and unsplit words, with a
/// penalty that keeps them small, and checked on words that were held out; only those of a hyphen and of digits are set
/// by hand, as the texts had too few of them. See the tables in compound_weights.cpp.
const TraitWeights& trait_weights();

/// The sum of the weights of what is in `list`.
double score(const TraitList& list, const TraitWeights& weights);

}  // namespace schakel
