#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analyzers/recognition/concept_labels.hpp"
#include "analyzers/recognition/recognised_values.hpp"
#include "analyzers/recognition/recognition_settings.hpp"

namespace schakel {

/// Which themes or domains (those in `mentions` of one list) a product is about: what its title or keywords name, what its
/// abstract names, and what its text names often enough for its length. At most `most`, the surest first; pure.
std::vector<RecognisedValue> tally_concepts(std::span<const ConceptMention> mentions, ConceptList list,
                                            std::size_t text_length, const RecognitionSettings& settings);

}  // namespace schakel
