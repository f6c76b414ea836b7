#pragma once

#include <string_view>

#include "config/regions.hpp"
#include "config/text.hpp"

namespace schakel {

/// What a region scheme is called at the head of a list: "Gemeente", "GGD-regio". A scheme that a curator
/// added keeps its name in English. `scheme` is one of `regions`. Pure.
Text scheme_title(std::string_view scheme, const RegionTable& regions);

}  // namespace schakel
