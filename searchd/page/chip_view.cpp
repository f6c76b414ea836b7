#include "searchd/page/chip_view.hpp"

#include <string>
#include <utility>

#include "searchd/page/crossing_view.hpp"
#include "searchd/page/facet_view.hpp"
#include "searchd/page/links.hpp"
#include "searchd/page/own_region_view.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

namespace {

/// Whose removal the browser must forget, too.
enum class Remembered { no, yes };

TemplateData chip(const std::string& label, const SearchRequest& without, Remembered remembered = Remembered::no) {
    TemplateData view;
    view["label"] = TemplateData{label};
    view["address"] = TemplateData{search_address(without)};
    view["remembered"] = TemplateData{remembered == Remembered::yes};
    return view;
}

/// A name outside every vocabulary is only known from the answer.
std::string chip_label(const SearchResponse& response, const Labels& labels, FieldId facet, const std::string& code) {
    std::string label = labels.alone(facet, code);
    if (label != code || field(facet).values != FieldValues::names) return label;
    if (const FacetCounts* counts = counts_of(response, facet))
        for (const FacetValueCount& value : counts->values)
            if (value.code == code && !value.label.empty()) return value.label.in(labels.language());
    return label;
}

constexpr Phrase near_by{"Dicht bij ", "Close to "};
constexpr Phrase alike{"Gemeenten zoals ", "Municipalities like "};

/// "Dicht bij Enschede eerst".
std::string goes_first(const Phrase& what, const std::string& place, const Labels& labels) {
    const Language language = labels.language();
    return std::string{what.in(language)} + place + std::string{Phrase{" eerst", " first"}.in(language)};
}

std::string limit(const Phrase& which, int year, const Labels& labels) {
    return std::string{which.in(labels.language())} + std::to_string(year);
}

/// What goes first because of a place.
std::vector<TemplateData> preference_chips(const SearchRequest& request, const Labels& labels,
                                           const RegionTable& regions) {
    std::vector<TemplateData> chips;
    if (!request.from_regions.empty())
        chips.push_back(chip(goes_first(near_by, own_regions_named(request, labels, regions), labels),
                             without(request, &SearchRequest::from_regions), Remembered::yes));
    if (!request.like_municipality.empty())
        chips.push_back(chip(goes_first(alike, labels.region(request.like_municipality), labels),
                             without(request, &SearchRequest::like_municipality)));
    return chips;
}

}  // namespace

std::vector<TemplateData> filter_chips(const SearchRequest& request, const SearchResponse& response,
                                       const Labels& labels) {
    std::vector<TemplateData> chips;
    for (const FieldId facet : facets_shown())
        for (const std::string& code : request.filter(facet))
            chips.push_back(chip(chip_label(response, labels, facet, code), without_filter(request, facet, code)));
    if (request.year_from)
        chips.push_back(
            chip(limit({"Vanaf ", "From "}, *request.year_from, labels), without(request, &SearchRequest::year_from)));
    if (request.year_until)
        chips.push_back(chip(limit({"Tot en met ", "To "}, *request.year_until, labels),
                             without(request, &SearchRequest::year_until)));
    if (request.crossing)
        chips.push_back(chip(std::string{crossing_name(*request.crossing, labels.language())},
                             without(request, &SearchRequest::crossing)));
    return chips;
}

TemplateData chips_view(const SearchRequest& request, const SearchResponse& response, const Labels& labels,
                        const RegionTable& regions) {
    std::vector<TemplateData> filters = filter_chips(request, response, labels);
    std::vector<TemplateData> preferences = preference_chips(request, labels, regions);
    if (filters.empty() && preferences.empty()) return TemplateData{false};
    TemplateData view;
    view["clear_address"] =
        filters.size() > 1 ? TemplateData{search_address(without_filters(request))} : TemplateData{false};
    view["filters"] = list_or_false(std::move(filters));
    view["preferences"] = list_or_false(std::move(preferences));
    return view;
}

}  // namespace schakel
