#pragma once

#include <string>

#include "analyzers/compounds/compound_weights.hpp"
#include "config/error.hpp"

namespace schakel {

/// `source`, the text of compound_weights.cpp, with other numbers in its tables; the rows must be in the order of the traits.
/// Error: language_data_invalid when it has not as many rows as there are traits.
Result<std::string> with_weights(const std::string& source, const TraitWeights& weights);

}  // namespace schakel
