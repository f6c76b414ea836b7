#include "searchd/ranking/nearness.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "config/string_map.hpp"
#include "searchd/ranking/scheme_names.hpp"

namespace schakel {

namespace {

/// The regions that wholly contain one of the places, or took its place; not those places themselves.
StringSet regions_around(const std::vector<std::string>& places, const RegionTable& regions) {
    StringSet around;
    for (const std::string& place : places)
        for (const std::string& code : regions.containing(place)) around.insert(code);
    for (const std::string& place : places) around.erase(place);
    return around;
}

/// The schemes that matter for the themes and domains that a request asks for; none when it asks for no such thing.
std::optional<SchemeSet> schemes_of_filters(const SearchRequest& request, const ThemeSchemes& schemes) {
    SchemeSet asked = 0;
    for (const FieldId facet : {FieldId::theme, FieldId::domain})
        for (const std::string& code : request.filter(facet)) asked |= schemes.scheme_of(code);
    return asked == 0 ? std::nullopt : std::optional(asked);
}

/// In municipalities of today; a municipality that no longer exists is the smallest.
std::size_t size_of(const Region& region) { return region.successors.empty() ? region.municipalities.size() : 0; }

NearnessLevel level_of(const Region& region) {
    if (region.scheme == municipality_scheme) return NearnessLevel::same;
    return region.scheme == province_scheme ? NearnessLevel::province : NearnessLevel::shared_region;
}

}  // namespace

Nearness::Nearness(const SearchRequest& request, const RegionTable& regions, const ThemeSchemes& schemes,
                   const Settings::Search& settings, const std::vector<const Region*>& regions_by_ordinal)
    : regions_(&regions),
      ties_(regions_by_ordinal.size()),
      bonuses_{settings.nearness_municipality, settings.nearness_theme_region, settings.nearness_shared_region,
               settings.nearness_province, settings.nearness_national},
      of_filter_(schemes_of_filters(request, schemes)),
      applies_(!request.from_regions.empty()) {
    if (!applies_) return;
    const StringSet places(request.from_regions.begin(), request.from_regions.end());
    const StringSet around = regions_around(request.from_regions, regions);
    for (std::size_t ordinal = 0; ordinal < ties_.size(); ++ordinal) {
        const Region* region = regions_by_ordinal[ordinal];
        if (region == nullptr || region->code == national_region) continue;
        const std::size_t number = schemes.number_of(region->scheme);
        if (places.contains(region->code))
            tie(ordinal, NearnessLevel::same, *region, 0, size_of(*region));
        else if (around.contains(region->code))
            tie(ordinal, level_of(*region), *region, SchemeSet{1} << number, schemes.preference(number));
    }
}

void Nearness::tie(std::size_t ordinal, NearnessLevel level, const Region& region, SchemeSet scheme,
                   std::size_t preference) {
    ties_[ordinal] = {level, &region, scheme, bonus_of(level), preference};
}

/// Keeps the one that is worth most; of those worth the same, the nearest, and of those the one to be named first.
void Nearness::consider(Nearest& nearest, NearnessLevel level, const Tie* tie) const {
    const auto order = [](double bonus, NearnessLevel at, const Tie* by) {
        return std::tuple(-bonus, at, by == nullptr ? 0 : by->preference);
    };
    const double bonus = bonus_of(level);
    if (bonus <= 0) return;
    if (nearest.bonus <= 0 || order(bonus, level, tie) < order(nearest.bonus, nearest.level, nearest.tie))
        nearest = {level, tie, bonus};
}

Nearness::Nearest Nearness::nearest(const PlaceProfile& profile) const {
    Nearest nearest;
    const SchemeSet matters = schemes_that_matter(profile);
    for (const Ordinal ordinal : profile.regions) {
        const Tie& tie = ties_[ordinal];
        if (tie.region == nullptr) continue;
        consider(nearest, tie.level, &tie);
        if ((tie.scheme & matters) != 0) consider(nearest, NearnessLevel::theme_region, &tie);
    }
    if (profile.national) consider(nearest, NearnessLevel::national, nullptr);
    return nearest;
}

/// What `nearest` is worth. This is asked of every profile of a snapshot, the reason only of the hits that are shown.
double Nearness::bonus(const PlaceProfile& profile) const {
    if (!applies_) return 0;
    const SchemeSet matters = schemes_that_matter(profile);
    double highest = profile.national ? bonus_of(NearnessLevel::national) : 0;
    for (const Ordinal ordinal : profile.regions) {
        const Tie& tie = ties_[ordinal];
        highest = std::max(highest, tie.bonus);
        if ((tie.scheme & matters) != 0) highest = std::max(highest, bonus_of(NearnessLevel::theme_region));
    }
    return highest;
}

Text Nearness::reason(const PlaceProfile& profile) const {
    if (!applies_) return {};
    const Nearest found = nearest(profile);
    if (found.bonus <= 0) return {};
    if (found.tie == nullptr) return {"landelijk", "national"};
    const Region& region = *found.tie->region;
    const Text scheme = scheme_name(region.scheme, *regions_);
    const std::string which = found.level == NearnessLevel::same ? fmt::format(" ({})", region.name) : "";
    return {fmt::format("zelfde {}{}", scheme.nl, which), fmt::format("same {}{}", scheme.en, which)};
}

}  // namespace schakel
