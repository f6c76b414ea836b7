#pragma once

#include <span>

#include "tests/relevance/compounds/lattice.hpp"

namespace schakel {

/// The weights that make the labels of `words` likeliest, less a penalty on the sum of their squares, by resilient
/// propagation (iRprop-: C. Igel and M. Hüsken, 2000). Unreachable words are passed over. The same words give the same weights.
/// Those of traits that the words have too few of (hyphens, digits) are set by hand.
TraitWeights fit_weights(std::span<const Lattice* const> words);

}  // namespace schakel
