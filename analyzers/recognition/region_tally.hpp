#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analyzers/recognition/recognised_values.hpp"
#include "analyzers/recognition/recognition_settings.hpp"
#include "analyzers/recognition/region_choice.hpp"
#include "config/regions.hpp"

namespace schakel {

/// Which regions a product is about, out of all that it mentions. What the title, a keyword or the abstract names counts as
/// it stands; what only the text names has to be named more often the longer the text is. Of a long list of municipalities
/// none is the subject by itself, but the region that it covers is. The surest first; pure.
std::vector<RecognisedValue> tally_regions(std::span<const ChosenRegion> chosen, std::size_t text_length,
                                           const RegionTable& regions, const RecognitionSettings& settings);

}  // namespace schakel
