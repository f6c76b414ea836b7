#include "searchd/page/labels.hpp"

#include <array>
#include <utility>
#include <vector>

#include "searchd/page/dutch_text.hpp"
#include "searchd/page/written_text.hpp"
#include "searchd/ranking/scheme_names.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

namespace {

std::string label_in(const Vocabularies& vocabularies, FieldId facet, std::string_view code, Language language) {
    const Concept* found = vocabularies.at(field(facet).name).find(code);
    return found == nullptr ? std::string{code} : found->label.in(language);
}

std::string year_of(std::string_view iso_date) { return std::string{iso_date.substr(0, 4)}; }

/// "provincie Utrecht"; the name alone in a scheme that nobody knows.
std::string named_with_scheme(const Region& region, const RegionTable& regions) {
    const auto scheme = regions.schemes().find(region.scheme);
    return scheme == regions.schemes().end() ? region.name : in_running_text(scheme->second.name) + " " + region.name;
}

}  // namespace

std::string Labels::of(FieldId facet, std::string_view code) const {
    switch (field(facet).values) {
        case FieldValues::vocabulary:
        case FieldValues::names: return label_in(installation_.vocabularies, facet, code, language_);
        case FieldValues::regions: {
            const Region* region = installation_.regions.find(code);
            return region == nullptr ? std::string{code} : name_of(*region);
        }
        case FieldValues::codes: return facet == FieldId::language ? language_name(code, language_) : std::string{code};
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

std::string Labels::scheme(const RegionScheme& scheme) const {
    return capitalised(scheme_name(scheme.code, installation_.regions).in(language_));
}

/// Of all regions only the whole country has an English name that readers know it by.
std::string Labels::name_of(const Region& region) const {
    const bool in_english = region.code == national_region && language_ == Language::english;
    return in_english ? "National" : region.name;
}

/// "provincie" for Overijssel; empty when the name says it ("GGD Twente" in the scheme "GGD-regio") or for a municipality.
std::string Labels::kind_of(const Region& region) const {
    if (region.scheme == municipality_scheme) {
        const Phrase until{"gemeente tot ", "municipality until "};
        return region.valid_until.empty() ? std::string{}
                                          : std::string{until.in(language_)} + year_of(region.valid_until);
    }
    const auto known = installation_.regions.schemes().find(region.scheme);
    if (known == installation_.regions.schemes().end()) return {};
    const std::string& name = known->second.name;
    const std::string first_word = name.substr(0, name.find_first_of(" -"));
    return region.name.starts_with(first_word) ? std::string{}
                                               : scheme_name(region.scheme, installation_.regions).in(language_);
}

std::string Labels::region(std::string_view code) const {
    const Region* found = installation_.regions.find(code);
    if (found == nullptr) return std::string{code};
    const std::string kind = kind_of(*found);
    return kind.empty() ? name_of(*found) : name_of(*found) + " (" + kind + ")";
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
    return enumerated(names, language_);
}

std::string Labels::scheme_to_show(std::string_view region_code) const {
    const Region* found = installation_.regions.find(region_code);
    if (found == nullptr || found->scheme == municipality_scheme) return {};
    const bool shown_by_default = found->scheme == SearchRequest{}.region_scheme;
    return shown_by_default || !installation_.regions.schemes().contains(found->scheme) ? std::string{} : found->scheme;
}

namespace {

/// Empty for a field that is no facet.
Phrase heading(FieldId facet) {
    switch (facet) {
        case FieldId::theme: return {"Thema", "Theme"};
        case FieldId::domain: return {"Domein", "Domain"};
        case FieldId::region: return {"Regio", "Region"};
        case FieldId::type: return {"Type", "Type"};
        case FieldId::audience: return {"Voor wie", "Audience"};
        case FieldId::population: return {"Over wie", "Population"};
        case FieldId::activity: return {"Activiteit", "Activity"};
        case FieldId::organisation: return {"Organisatie", "Organisation"};
        case FieldId::scale: return {"Schaal", "Scale"};
        case FieldId::evidence: return {"Onderbouwing", "Evidence"};
        case FieldId::knowledge_kind: return {"Soort kennis", "Kind of knowledge"};
        case FieldId::form: return {"Vorm", "Form"};
        case FieldId::language: return {"Taal", "Language"};
        case FieldId::year: return {"Jaar", "Year"};
        case FieldId::title:
        case FieldId::abstract:
        case FieldId::body:
        case FieldId::subjects:
        case FieldId::names: break;
    }
    return {};
}

}  // namespace

std::string_view heading_of(FieldId facet, Language language) {
    const std::string_view name = heading(facet).in(language);
    return name.empty() ? field(facet).name : name;
}

std::string language_name(std::string_view tag, Language language) {
    constexpr std::array<std::pair<std::string_view, Phrase>, 5> names{{{"nl", {"Nederlands", "Dutch"}},
                                                                        {"en", {"Engels", "English"}},
                                                                        {"fy", {"Fries", "Frisian"}},
                                                                        {"de", {"Duits", "German"}},
                                                                        {"fr", {"Frans", "French"}}}};
    for (const auto& [code, name] : names)
        if (code == tag) return std::string{name.in(language)};
    return std::string{tag};
}

}  // namespace schakel
