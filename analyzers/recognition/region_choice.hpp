#pragma once

#include <span>
#include <vector>

#include "analyzers/recognition/gazetteer.hpp"
#include "analyzers/recognition/region_mentions.hpp"

namespace schakel {

/// A mention and what it means in the light of all others; nullptr = that cannot be said.
struct ChosenRegion {
    RegionMention mention;
    const Candidate* meant = nullptr;
};

/// Decides per mention which candidate is meant. First what the words beside it say; then, for names that several have, the
/// municipalities and provinces that the rest of the product is about (one sense per discourse: Gale, Church and Yarowsky,
/// 1992); then the most likely candidate, unless two municipalities share the name. The result points into what the mentions point to.
std::vector<ChosenRegion> choose_regions(std::span<const RegionMention> mentions);

}  // namespace schakel
