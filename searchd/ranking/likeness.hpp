#pragma once

#include <vector>

#include "config/regions.hpp"
#include "config/settings.hpp"
#include "config/text.hpp"
#include "searchd/ranking/place_profiles.hpp"
#include "searchd/ranking/ranking_tables.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// Ranks what comes from municipalities like a given one first: `lijktOp`. Municipalities are alike in size, in degree of
/// urbanity and in lying in one province; each adds its bonus of the settings, and a municipality is most like itself. A product
/// of several municipalities counts as the one that is most alike; one that is only about a larger region is like none. Made
/// per request; what it is made with must outlive it. Reading is safe from any thread.
class Likeness {
public:
    /// Nothing is alike.
    Likeness() = default;

    Likeness(const SearchRequest& request, const RegionTable& regions, const RankingTables& tables,
             const Settings::Search& settings, const std::vector<const Region*>& regions_by_ordinal);

    bool applies() const { return !resemblances_.empty(); }

    /// Added to 1; 0 for a product that is not alike.
    double bonus(const PlaceProfile& profile) const;

    /// "even grote gemeente (Almelo), zelfde provincie"; empty when there is no bonus.
    Text reason(const PlaceProfile& profile) const;

private:
    /// What a municipality has in common with the one asked for.
    struct Resemblance {
        const Region* municipality = nullptr;  // null for what is no municipality
        bool itself = false;
        bool size = false;
        bool urbanity = false;
        bool province = false;
        double bonus = 0;
    };

    const Resemblance* closest(const PlaceProfile& profile) const;
    static Text reason(const Resemblance& resemblance);

    std::vector<Resemblance> resemblances_;  // by ordinal of the region facet; empty when no municipality was given
};

}  // namespace schakel
