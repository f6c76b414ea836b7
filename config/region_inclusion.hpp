#pragma once

#include <map>
#include <string>
#include <vector>

#include "config/regions.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// For every code of `regions` what `RegionTable::containing` answers. Regions that others may lie in are those that the
/// schemes list. `current` are today's municipalities, sorted. A pure function; safe from any thread.
StringMap<std::vector<std::string>> regions_containing_each(
    const StringMap<Region>& regions, const std::map<std::string, RegionScheme, std::less<>>& schemes,
    const std::vector<std::string>& current);

}  // namespace schakel
