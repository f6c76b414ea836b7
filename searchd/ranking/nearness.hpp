#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "config/regions.hpp"
#include "config/settings.hpp"
#include "config/text.hpp"
#include "searchd/ranking/place_profiles.hpp"
#include "searchd/ranking/theme_schemes.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// How near a product is to the places a request comes from, the nearest first.
enum class NearnessLevel : std::uint8_t {
    same,           // from the place itself, or from within it
    theme_region,   // from the same region, in the scheme that matters for its theme
    shared_region,  // from the same region in another scheme
    province,       // from the same province
    national,       // about the whole country
};

/// Ranks near before far: `vanuitRegio`. A product is from all places it names and all regions that wholly contain those; so it
/// shares a region with the reader when that region contains them both. What it is worth is the highest bonus of the settings
/// that applies. Made per request; what it is made with must outlive it. Reading is safe from any thread.
class Nearness {
public:
    /// Nothing is near.
    Nearness() = default;

    Nearness(const SearchRequest& request, const RegionTable& regions, const ThemeSchemes& schemes,
             const Settings::Search& settings, const std::vector<const Region*>& regions_by_ordinal);

    bool applies() const { return applies_; }

    /// Added to 1; 0 for a product that is not near.
    double bonus(const PlaceProfile& profile) const;

    /// "zelfde gemeente (Enschede)", "zelfde GGD-regio", "landelijk"; empty when there is no bonus.
    Text reason(const PlaceProfile& profile) const;

private:
    /// What a value of the region facet has in common with the places of the request.
    struct Tie {
        NearnessLevel level = NearnessLevel::shared_region;
        const Region* region = nullptr;  // the one in common; null = nothing in common
        SchemeSet scheme = 0;            // of the region, unless it is the place itself
        double bonus = 0;                // of the level, when the scheme does not matter for the theme
        std::size_t preference = 0;      // among ties of one level, the lowest is named
    };

    struct Nearest {
        NearnessLevel level = NearnessLevel::national;
        const Tie* tie = nullptr;  // null for the whole country
        double bonus = 0;
    };

    double bonus_of(NearnessLevel level) const { return bonuses_[static_cast<std::size_t>(level)]; }
    void tie(std::size_t ordinal, NearnessLevel level, const Region& region, SchemeSet scheme, std::size_t preference);
    SchemeSet schemes_that_matter(const PlaceProfile& profile) const {
        return of_filter_.value_or(profile.theme_schemes);
    }
    void consider(Nearest& nearest, NearnessLevel level, const Tie* tie) const;
    Nearest nearest(const PlaceProfile& profile) const;

    const RegionTable* regions_ = nullptr;
    std::vector<Tie> ties_;            // by ordinal of the region facet
    std::array<double, 5> bonuses_{};  // by level
    std::optional<SchemeSet>
        of_filter_;  // the schemes that matter for the themes asked for, instead of the product's own
    bool applies_ = false;
};

}  // namespace schakel
