#pragma once

#include <string_view>

#include "config/regions.hpp"
#include "config/text.hpp"

namespace schakel {

inline constexpr std::string_view municipality_scheme = "gemeente";
inline constexpr std::string_view province_scheme = "provincie";

/// What a region of this scheme is called within a sentence: "gemeente", "GGD-regio". A scheme that a
/// curator added keeps its name in English. `scheme` is one of `regions`. Pure.
Text scheme_name(std::string_view scheme, const RegionTable& regions);

}  // namespace schakel
