#include "searchd/ranking/likeness.hpp"

#include <fmt/format.h>

#include "searchd/ranking/scheme_names.hpp"

namespace schakel {

namespace {

/// What municipalities are compared by.
struct Traits {
    std::uint8_t size = 0;  // classes; 0 = not known
    std::uint8_t urbanity = 0;
    std::string_view province;  // empty = not known
};

Traits traits_of(const std::string& municipality, const RegionTable& regions, const RankingTables& tables) {
    Traits traits{tables.sizes.of(municipality), tables.urbanity.of(municipality), {}};
    for (const std::string& code : regions.containing(municipality))
        if (const Region* region = regions.find(code); region != nullptr && region->scheme == province_scheme)
            traits.province = region->code;
    return traits;
}

/// What is like a municipality in size and urbanity, in both languages: "even grote en even stedelijke gemeente".
Text kind_of_municipality(bool size, bool urbanity) {
    if (size && urbanity)
        return {"even grote en even stedelijke gemeente", "municipality of the same size and urbanity"};
    if (size) return {"even grote gemeente", "municipality of the same size"};
    return {"even stedelijke gemeente", "municipality of the same urbanity"};
}

}  // namespace

Likeness::Likeness(const SearchRequest& request, const RegionTable& regions, const RankingTables& tables,
                   const Settings::Search& settings, const std::vector<const Region*>& regions_by_ordinal) {
    if (request.like_municipality.empty()) return;
    const Traits own = traits_of(request.like_municipality, regions, tables);
    resemblances_.resize(regions_by_ordinal.size());
    for (std::size_t ordinal = 0; ordinal < regions_by_ordinal.size(); ++ordinal) {
        const Region* region = regions_by_ordinal[ordinal];
        if (region == nullptr || region->scheme != municipality_scheme || !region->valid_until.empty()) continue;
        const Traits other = traits_of(region->code, regions, tables);
        Resemblance& resemblance = resemblances_[ordinal];
        resemblance.municipality = region;
        resemblance.itself = region->code == request.like_municipality;
        resemblance.size = resemblance.itself || (own.size != 0 && own.size == other.size);
        resemblance.urbanity = resemblance.itself || (own.urbanity != 0 && own.urbanity == other.urbanity);
        resemblance.province = resemblance.itself || (!own.province.empty() && own.province == other.province);
        resemblance.bonus = (resemblance.size ? settings.likeness_size : 0) +
                            (resemblance.urbanity ? settings.likeness_urbanity : 0) +
                            (resemblance.province ? settings.likeness_province : 0);
    }
}

const Likeness::Resemblance* Likeness::closest(const PlaceProfile& profile) const {
    if (!applies()) return nullptr;
    const Resemblance* closest = nullptr;
    for (const Ordinal ordinal : profile.regions) {
        const Resemblance& found = resemblances_[ordinal];
        if (found.bonus > (closest == nullptr ? 0 : closest->bonus)) closest = &found;
        if (found.itself && found.bonus > 0) return &found;
    }
    return closest;
}

double Likeness::bonus(const PlaceProfile& profile) const {
    const Resemblance* found = closest(profile);
    return found == nullptr ? 0 : found->bonus;
}

Text Likeness::reason(const PlaceProfile& profile) const {
    const Resemblance* found = closest(profile);
    return found == nullptr ? Text() : reason(*found);
}

Text Likeness::reason(const Resemblance& resemblance) {
    const std::string& name = resemblance.municipality->name;
    if (resemblance.itself)
        return {fmt::format("zelfde gemeente ({})", name), fmt::format("same municipality ({})", name)};
    if (!resemblance.size && !resemblance.urbanity)
        return {fmt::format("gemeente in dezelfde provincie ({})", name),
                fmt::format("municipality in the same province ({})", name)};
    const Text kind = kind_of_municipality(resemblance.size, resemblance.urbanity);
    return {fmt::format("{} ({}){}", kind.nl, name, resemblance.province ? ", zelfde provincie" : ""),
            fmt::format("{} ({}){}", kind.en, name, resemblance.province ? ", same province" : "")};
}

}  // namespace schakel
