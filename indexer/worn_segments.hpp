#pragma once

#include <vector>

#include "config/index/manifest.hpp"
#include "config/settings.hpp"

namespace schakel {

/// Which segments are better written again, one answer for each: too many of them (then the smallest, until half of the most
/// allowed are left), or too much deleted in one. Empty when there are none. Pure; safe from any thread.
std::vector<bool> worn_segments(const std::vector<ManifestSegment>& segments, const Settings::Index& settings);

}  // namespace schakel
