#pragma once

#include "analyzers/compounds/compound_weights.hpp"

namespace schakel {

/// Makes the splitter use `weights` from now on: this program has its own `trait_weights`, in place of the shipped ones, so
/// that what is measured is the real splitter. Not for use while words are split.
void use_weights(const TraitWeights& weights);

}  // namespace schakel
