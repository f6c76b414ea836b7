#include "config/region_inclusion.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace schakel {
namespace {

/// A set of today's municipalities, one bit each: with 340 of them an inclusion test is six operations.
using MunicipalitySet = std::vector<std::uint64_t>;

bool is_subset(const MunicipalitySet& inner, const MunicipalitySet& outer) {
    for (std::size_t i = 0; i < inner.size(); ++i)
        if ((inner[i] & ~outer[i]) != 0) return false;
    return true;
}

MunicipalitySet set_of(const std::vector<std::string>& codes, const std::vector<std::string>& current) {
    MunicipalitySet set((current.size() + 63) / 64);
    for (const std::string& code : codes) {
        const auto found = std::lower_bound(current.begin(), current.end(), code);
        const auto position = static_cast<std::size_t>(found - current.begin());
        set[position / 64] |= std::uint64_t{1} << (position % 64);
    }
    return set;
}

/// A region that others may lie in.
struct Container {
    std::size_t size;
    std::string_view code;
    MunicipalitySet inside;
};

std::vector<Container> containers_by_size(const StringMap<Region>& regions,
                                          const std::map<std::string, RegionScheme, std::less<>>& schemes,
                                          const std::vector<std::string>& current) {
    std::vector<Container> containers;
    for (const auto& [scheme_code, scheme] : schemes)
        for (const std::string& code : scheme.regions) {
            const auto& inside = regions.find(code)->second.municipalities;
            containers.push_back({inside.size(), code, set_of(inside, current)});
        }
    std::sort(containers.begin(), containers.end(), [](const Container& a, const Container& b) {
        return std::pair(a.size, a.code) < std::pair(b.size, b.code);
    });
    return containers;
}

std::vector<std::string> containing(const Region& region, const std::vector<Container>& containers,
                                    const std::vector<std::string>& current) {
    std::vector<std::string> found{region.code};
    found.insert(found.end(), region.successors.begin(), region.successors.end());
    if (region.municipalities.empty()) return found;  // the empty set would lie in every region
    const MunicipalitySet inside = set_of(region.municipalities, current);
    const std::size_t nearer = found.size();
    for (const Container& candidate : containers) {
        if (candidate.size < region.municipalities.size() || !is_subset(inside, candidate.inside)) continue;
        const auto already = found.begin() + static_cast<std::ptrdiff_t>(nearer);
        if (std::find(found.begin(), already, candidate.code) == already) found.emplace_back(candidate.code);
    }
    return found;
}

}  // namespace

StringMap<std::vector<std::string>> regions_containing_each(
    const StringMap<Region>& regions, const std::map<std::string, RegionScheme, std::less<>>& schemes,
    const std::vector<std::string>& current) {
    const std::vector<Container> containers = containers_by_size(regions, schemes, current);
    StringMap<std::vector<std::string>> answers;
    for (const auto& [code, region] : regions) answers.emplace(code, containing(region, containers, current));
    return answers;
}

}  // namespace schakel
