#include "searchd/page/labels.hpp"

#include <array>
#include <utility>
#include <vector>

#include "searchd/page/dutch_text.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

namespace {

constexpr std::string_view municipality_scheme = "gemeente";

std::string label_in(const Vocabularies& vocabularies, FieldId facet, std::string_view code) {
    const Concept* found = vocabularies.at(field(facet).name).find(code);
    return found == nullptr ? std::string{code} : found->label.nl;
}

std::string year_of(std::string_view iso_date) { return std::string{iso_date.substr(0, 4)}; }

/// "provincie" for Overijssel; empty when the name says it ("GGD Twente" in the scheme "GGD-regio") or for a municipality.
std::string kind_of(const Region& region, const RegionTable& regions) {
    if (region.scheme == municipality_scheme)
        return region.valid_until.empty() ? std::string{} : "gemeente tot " + year_of(region.valid_until);
    const auto scheme = regions.schemes().find(region.scheme);
    if (scheme == regions.schemes().end()) return {};
    const std::string& name = scheme->second.name;
    const std::string first_word = name.substr(0, name.find_first_of(" -"));
    return region.name.starts_with(first_word) ? std::string{} : in_running_text(name);
}

/// "provincie Utrecht"; the name alone in a scheme that nobody knows.
std::string named_with_scheme(const Region& region, const RegionTable& regions) {
    const auto scheme = regions.schemes().find(region.scheme);
    return scheme == regions.schemes().end() ? region.name : in_running_text(scheme->second.name) + " " + region.name;
}

}  // namespace

std::string Labels::of(FieldId facet, std::string_view code) const {
    switch (field(facet).values) {
        case FieldValues::vocabulary:
        case FieldValues::names: return label_in(installation_.vocabularies, facet, code);
        case FieldValues::regions: {
            const Region* region = installation_.regions.find(code);
            return region == nullptr ? std::string{code} : region->name;
        }
        case FieldValues::codes: return facet == FieldId::language ? language_name(code) : std::string{code};
        case FieldValues::free: break;
    }
    return std::string{code};
}

std::string Labels::of(FieldId facet, const StoredValue& value) const {
    return value.label.empty() ? of(facet, value.code) : value.label;
}

std::string Labels::alone(FieldId facet, std::string_view code) const {
    if (field(facet).values == FieldValues::regions) return region(code);
    const std::string label = of(facet, code);
    return field(facet).values == FieldValues::vocabulary ? capitalised(label) : label;
}

std::string Labels::region(std::string_view code) const {
    const Region* found = installation_.regions.find(code);
    if (found == nullptr) return std::string{code};
    const std::string kind = kind_of(*found, installation_.regions);
    return kind.empty() ? found->name : found->name + " (" + kind + ")";
}

std::string Labels::region_among(std::string_view code, std::string_view scheme) const {
    const Region* found = installation_.regions.find(code);
    return found != nullptr && found->scheme == scheme ? found->name : region(code);
}

std::string Labels::region_typed(std::string_view code) const {
    const RegionTable& regions = installation_.regions;
    const Region* wanted = regions.find(code);
    if (wanted == nullptr) return std::string{code};
    for (const std::string& name : {wanted->name, named_with_scheme(*wanted, regions)})
        if (const auto found = regions.resolve(name); found && *found == wanted) return name;
    return wanted->code;
}

std::vector<std::string> Labels::regions_to_type() const {
    const auto& schemes = installation_.regions.schemes();
    std::vector<std::string> names;
    const auto add = [&](const RegionScheme& scheme) {
        for (const std::string& code : scheme.regions) names.push_back(region_typed(code));
    };
    if (const auto municipalities = schemes.find(municipality_scheme); municipalities != schemes.end())
        add(municipalities->second);
    for (const auto& [code, scheme] : schemes)
        if (code != municipality_scheme) add(scheme);
    return names;
}

std::string Labels::region_today(std::string_view code) const {
    const Region* found = installation_.regions.find(code);
    if (found == nullptr) return {};
    std::vector<std::string> names;
    for (const std::string& successor : found->successors) names.push_back(of(FieldId::region, successor));
    return enumerated(names);
}

std::string Labels::scheme_to_show(std::string_view region_code) const {
    const Region* found = installation_.regions.find(region_code);
    if (found == nullptr || found->scheme == municipality_scheme) return {};
    const bool shown_by_default = found->scheme == SearchRequest{}.region_scheme;
    return shown_by_default || !installation_.regions.schemes().contains(found->scheme) ? std::string{} : found->scheme;
}

std::string_view heading_of(FieldId facet) {
    switch (facet) {
        case FieldId::theme: return "Thema";
        case FieldId::domain: return "Domein";
        case FieldId::region: return "Regio";
        case FieldId::type: return "Type";
        case FieldId::audience: return "Voor wie";
        case FieldId::population: return "Over wie";
        case FieldId::activity: return "Activiteit";
        case FieldId::organisation: return "Organisatie";
        case FieldId::scale: return "Schaal";
        case FieldId::evidence: return "Onderbouwing";
        case FieldId::knowledge_kind: return "Soort kennis";
        case FieldId::form: return "Vorm";
        case FieldId::language: return "Taal";
        case FieldId::year: return "Jaar";
        case FieldId::title:
        case FieldId::abstract:
        case FieldId::body:
        case FieldId::subjects:
        case FieldId::names: break;
    }
    return field(facet).name;
}

std::string language_name(std::string_view tag) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> names{
        {{"nl", "Nederlands"}, {"en", "Engels"}, {"fy", "Fries"}, {"de", "Duits"}, {"fr", "Frans"}}};
    for (const auto& [code, name] : names)
        if (code == tag) return std::string{name};
    return std::string{tag};
}

}  // namespace schakel
