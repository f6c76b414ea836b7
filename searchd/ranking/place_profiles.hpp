#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "config/regions.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/ranking/theme_schemes.hpp"

namespace schakel {

/// Where a product is from, and which region schemes matter for its themes. Products that agree in this share one profile.
struct PlaceProfile {
    std::span<const Ordinal> regions;  // ordinals of the region facet: its places and all that contains them
    SchemeSet theme_schemes = 0;
    bool national = false;  // it says that it is about the whole country
};

/// The place profile of every document of a snapshot, so that a question about places is worked out once per profile and
/// looked up per document. 4 bytes per document. `regions` must outlive it. Immutable; safe from any thread.
class PlaceProfiles {
public:
    PlaceProfiles() = default;
    PlaceProfiles(const IndexSnapshot& snapshot, const ThemeSchemes& schemes, const RegionTable& regions);

    /// By document: the number of its profile.
    std::span<const std::uint32_t> numbers() const { return numbers_; }
    std::size_t size() const { return profiles_.size(); }
    PlaceProfile profile(std::uint32_t number) const;

    /// By ordinal of the region facet; null for a value that is in no table of regions.
    const std::vector<const Region*>& regions() const { return regions_; }

private:
    struct Row {
        std::size_t first = 0;  // in pool_
        std::size_t count = 0;
        SchemeSet theme_schemes = 0;
        bool national = false;
    };

    std::vector<const Region*> regions_;
    std::vector<std::uint32_t> numbers_;
    std::vector<Row> profiles_;
    std::vector<Ordinal> pool_;
};

}  // namespace schakel
