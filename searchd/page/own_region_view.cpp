#include "searchd/page/own_region_view.hpp"

#include <algorithm>
#include <string_view>

#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

constexpr std::string_view municipality_scheme = "gemeente";

bool took_place_of(std::string_view code, const std::vector<std::string>& earlier, const RegionTable& regions) {
    return std::any_of(earlier.begin(), earlier.end(), [&](const std::string& other) {
        const Region* region = regions.find(other);
        return region != nullptr &&
               std::find(region->successors.begin(), region->successors.end(), code) != region->successors.end();
    });
}

/// The places as the reader gave them.
std::vector<std::string> places_given(const SearchRequest& request, const RegionTable& regions) {
    std::vector<std::string> places;
    for (const std::string& code : request.from_regions)
        if (!took_place_of(code, request.from_regions, regions)) places.push_back(code);
    return places;
}

bool is_municipality_today(std::string_view code, const RegionTable& regions) {
    const Region* region = regions.find(code);
    return region != nullptr && region->scheme == municipality_scheme && region->valid_until.empty();
}

/// Empty when there is no municipality to be like.
std::string municipality_to_resemble(const SearchRequest& request, const RegionTable& regions) {
    if (!request.like_municipality.empty()) return request.like_municipality;
    const auto own = std::find_if(request.from_regions.begin(), request.from_regions.end(),
                                  [&](const std::string& code) { return is_municipality_today(code, regions); });
    return own == request.from_regions.end() ? std::string{} : *own;
}

}  // namespace

std::string own_region_typed(const SearchRequest& request, const Labels& labels, const RegionTable& regions) {
    const std::vector<std::string> places = places_given(request, regions);
    return places.empty() ? std::string{} : labels.region_typed(places.front());
}

std::vector<std::string> other_own_regions(const SearchRequest& request, const RegionTable& regions) {
    std::vector<std::string> places = places_given(request, regions);
    if (!places.empty()) places.erase(places.begin());
    return places;
}

std::string own_regions_named(const SearchRequest& request, const Labels& labels, const RegionTable& regions) {
    std::vector<std::string> names;
    for (const std::string& code : places_given(request, regions)) names.push_back(labels.region(code));
    return enumerated(names, labels.language());
}

TemplateData likeness_view(const SearchRequest& request, const Labels& labels, const RegionTable& regions) {
    const std::string code = municipality_to_resemble(request, regions);
    if (code.empty()) return TemplateData{false};
    TemplateData view;
    view["code"] = TemplateData{code};
    view["municipality"] = TemplateData{labels.region(code)};
    view["chosen"] = TemplateData{!request.like_municipality.empty()};
    return view;
}

}  // namespace schakel
