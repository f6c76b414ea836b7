#include "indexer/worn_segments.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace schakel {

std::vector<bool> worn_segments(const std::vector<ManifestSegment>& segments, const Settings::Index& settings) {
    std::vector<std::size_t> by_size(segments.size());
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    const auto living = [&](std::size_t i) { return segments[i].products - segments[i].deleted; };
    std::ranges::stable_sort(by_size, {}, living);
    const auto most = static_cast<std::size_t>(settings.most_segments);
    const std::size_t too_many = segments.size() > most ? segments.size() - most / 2 : 0;
    std::vector<bool> worn(segments.size());
    for (std::size_t i = 0; i < too_many; ++i) worn[by_size[i]] = true;
    for (std::size_t i = 0; i < segments.size(); ++i)
        if (static_cast<double>(segments[i].deleted) >
            settings.most_deleted * static_cast<double>(segments[i].products))
            worn[i] = true;
    return std::ranges::find(worn, true) == worn.end() ? std::vector<bool>{} : worn;
}

}  // namespace schakel
