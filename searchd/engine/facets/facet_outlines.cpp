#include "searchd/engine/facets/facet_outlines.hpp"

#include <algorithm>

namespace schakel {

namespace {

Text language_label(std::string_view code) {
    struct Name {
        std::string_view code;
        const char* nl;
        const char* en;
    };
    static constexpr std::array<Name, 5> names{{{"nl", "Nederlands", "Dutch"},
                                                {"en", "Engels", "English"},
                                                {"fy", "Fries", "Frisian"},
                                                {"de", "Duits", "German"},
                                                {"fr", "Frans", "French"}}};
    for (const Name& name : names)
        if (name.code == code) return {name.nl, name.en};
    return {std::string(code), std::string(code)};
}

const Field& region_facet() { return field(FieldId::region); }

bool by_label(const OutlineValue& a, const OutlineValue& b) { return a.label.nl < b.label.nl; }
bool newest(const OutlineValue& a, const OutlineValue& b) { return a.code > b.code; }

}  // namespace

Text label_of(const Field& facet, const ColumnValue& value, const Installation& installation) {
    if (facet.id == FieldId::language) return language_label(value.code);
    if (facet.values == FieldValues::regions) {
        if (value.code == national_region) return {"landelijk", "national"};
        if (const Region* region = installation.regions.find(value.code); region != nullptr)
            return {region->name, region->name};
    }
    if (facet.values == FieldValues::vocabulary || facet.values == FieldValues::names)
        if (const Concept* found = installation.vocabularies.at(facet.name).find(value.code); found != nullptr)
            return found->label;
    const std::string& label = value.label.empty() ? value.code : value.label;
    return {label, label};
}

FacetOutlines::FacetOutlines(const IndexSnapshot& snapshot, const Installation& installation)
    : snapshot_(snapshot), installation_(installation) {
    for (std::size_t column = 0; column < facet_count; ++column) {
        const Field& facet = facet_field(column);
        if (facet.values == FieldValues::codes) outlines_[column] = flat(facet);
        if (facet.values == FieldValues::vocabulary || facet.values == FieldValues::names)
            outlines_[column] = concepts(facet);
    }
    for (const auto& [code, scheme] : installation.regions.schemes()) regions_.emplace(code, regions(scheme));
}

const Outline& FacetOutlines::of(const Field& facet, const std::string& region_scheme) const {
    static const Outline none;
    if (facet.values != FieldValues::regions) return outlines_[static_cast<std::size_t>(facet.column)];
    const auto scheme = regions_.find(region_scheme);
    return scheme == regions_.end() ? none : scheme->second;
}

OutlineValue FacetOutlines::value(const Field& facet, const ColumnValue& known) const {
    return {known.code,
            label_of(facet, known, installation_),
            snapshot_.ordinal(static_cast<std::size_t>(facet.column), known.code),
            {},
            {},
            {}};
}

OutlineValue FacetOutlines::elsewhere(const Field& facet, const std::string& code) const {
    OutlineValue found = value(facet, {code, ""});
    if (found.ordinal)
        found = value(facet, snapshot_.facet(static_cast<std::size_t>(facet.column)).values[*found.ordinal]);
    return found;
}

Outline FacetOutlines::flat(const Field& facet) const {
    Outline outline;
    for (const ColumnValue& known : snapshot_.facet(static_cast<std::size_t>(facet.column)).values)
        outline.push_back(value(facet, known));
    std::sort(outline.begin(), outline.end(), facet.id == FieldId::year ? newest : by_label);
    return outline;
}

OutlineValue FacetOutlines::subtree(const Field& facet, const Concept& top) const {
    const Vocabulary& vocabulary = installation_.vocabularies.at(facet.name);
    OutlineValue made = value(facet, {top.code, ""});
    made.names = top.alternatives;
    made.hidden = top.hidden;
    for (const std::string& code : top.narrower) made.children.push_back(subtree(facet, *vocabulary.find(code)));
    std::sort(made.children.begin(), made.children.end(), by_label);
    return made;
}

/// The vocabulary, and for names also those that are in the index only.
Outline FacetOutlines::concepts(const Field& facet) const {
    const Vocabulary& vocabulary = installation_.vocabularies.at(facet.name);
    Outline outline;
    for (const Concept* top : vocabulary.tops()) outline.push_back(subtree(facet, *top));
    if (facet.values == FieldValues::names)
        for (const ColumnValue& known : snapshot_.facet(static_cast<std::size_t>(facet.column)).values)
            if (vocabulary.find(known.code) == nullptr) outline.push_back(value(facet, known));
    std::sort(outline.begin(), outline.end(), by_label);
    return outline;
}

OutlineValue FacetOutlines::region(const std::string& code) const {
    OutlineValue made = value(region_facet(), {code, ""});
    if (const Region* known = installation_.regions.find(code); known != nullptr) made.names = known->variants;
    return made;
}

/// The country, and the regions of a scheme with their municipalities.
Outline FacetOutlines::regions(const RegionScheme& scheme) const {
    Outline outline{region(std::string(national_region))};
    for (const std::string& code : scheme.regions) {
        OutlineValue made = region(code);
        for (const std::string& municipality : installation_.regions.find(code)->municipalities)
            if (municipality != code)  // of the scheme of municipalities itself
                made.children.push_back(region(municipality));
        std::sort(made.children.begin(), made.children.end(), by_label);
        outline.push_back(std::move(made));
    }
    std::sort(outline.begin(), outline.end(), by_label);
    return outline;
}

}  // namespace schakel
