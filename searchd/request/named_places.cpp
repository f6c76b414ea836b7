#include "searchd/request/named_places.hpp"

#include <fmt/format.h>

namespace schakel {

namespace {

constexpr std::string_view municipality_scheme = "gemeente";

NamedPlace place_of(const Region& region, const RegionTable& regions) {
    NamedPlace place{&region, {}};
    for (const std::string& code : region.successors)
        if (const Region* successor = regions.find(code); successor != nullptr) place.successors.push_back(successor);
    return place;
}

std::string names_of(const std::vector<const Region*>& regions) {
    std::string names;
    for (const Region* region : regions) names += (names.empty() ? "" : ", ") + region->name;
    return names;
}

tl::unexpected<Error> no_municipality(const Region& region) {
    return fail(
        ErrorCode::unknown_value,
        {fmt::format("“{}” is geen gemeente", region.name), fmt::format("“{}” is not a municipality", region.name)},
        {"geef de naam of de code van een gemeente, zoals Enschede of GM0153",
         "give the name or the code of a municipality, such as Enschede or GM0153"});
}

tl::unexpected<Error> several_successors(const NamedPlace& place) {
    std::string candidates;
    for (const Region* successor : place.successors)
        candidates += fmt::format("{}{} ({})", candidates.empty() ? "" : ", ", successor->name, successor->code);
    return fail(ErrorCode::ambiguous_value,
                {fmt::format("de gemeente {} is verdeeld over {}", place.region->name, candidates),
                 fmt::format("the municipality {} was divided among {}", place.region->name, candidates)},
                {"kies een van deze gemeenten", "choose one of these municipalities"});
}

}  // namespace

std::vector<std::string> NamedPlace::codes() const {
    std::vector<std::string> codes{region->code};
    for (const Region* successor : successors) codes.push_back(successor->code);
    return codes;
}

Text NamedPlace::merger_notice(const Text& consequence) const {
    if (successors.empty()) return {};
    const std::string names = names_of(successors);
    return {fmt::format("De gemeente {} is opgegaan in {}; {}", region->name, names, consequence.nl),
            fmt::format("The municipality {} has become part of {}; {}", region->name, names, consequence.en)};
}

Result<NamedPlace> read_place(std::string_view written, const RegionTable& regions) {
    const auto found = regions.resolve(written);
    if (!found) return tl::unexpected(found.error());
    return place_of(**found, regions);
}

Result<NamedPlace> read_municipality(std::string_view written, const RegionTable& regions) {
    auto found = regions.resolve(written);
    if (!found || (*found)->scheme != municipality_scheme)
        if (const auto narrower = regions.resolve(fmt::format("{} {}", municipality_scheme, written)); narrower)
            found = narrower;
    if (!found) return tl::unexpected(found.error());
    if ((*found)->scheme != municipality_scheme) return no_municipality(**found);
    NamedPlace place = place_of(**found, regions);
    if (place.successors.size() > 1) return several_successors(place);
    return place;
}

}  // namespace schakel
