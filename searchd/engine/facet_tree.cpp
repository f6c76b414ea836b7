#include "searchd/engine/facet_tree.hpp"

#include <algorithm>
#include <array>

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

bool more_hits(const FacetValueCount& a, const FacetValueCount& b) {
    return a.count != b.count ? a.count > b.count : a.label.nl < b.label.nl;
}

bool newest(const FacetValueCount& a, const FacetValueCount& b) { return a.code > b.code; }

/// Looks up counts and statuses of one facet's values.
class FacetArranger {
public:
    FacetArranger(const Field& facet, std::span<const std::uint32_t> counts, const SearchRequest& request,
                  const IndexSnapshot& snapshot, const Installation& installation)
        : facet_(facet),
          column_(static_cast<std::size_t>(facet.column)),
          counts_(counts),
          request_(request),
          snapshot_(snapshot),
          installation_(installation) {}

    std::vector<FacetValueCount> arrange() const {
        std::vector<FacetValueCount> values;
        if (facet_.values == FieldValues::regions)
            values = regions();
        else if (facet_.values == FieldValues::codes)
            values = flat();
        else
            values = concepts();
        std::sort(values.begin(), values.end(), facet_.id == FieldId::year ? newest : more_hits);
        return values;
    }

private:
    FacetValueCount value(std::string_view code, Text label) const {
        FacetValueCount made{std::string(code), std::move(label), 0, FacetStatus::empty, {}};
        if (const auto ordinal = snapshot_.ordinal(column_, code)) made.count = counts_[*ordinal];
        const std::vector<std::string>& chosen = request_.filters[column_];
        if (std::find(chosen.begin(), chosen.end(), code) != chosen.end())
            made.status = FacetStatus::chosen;
        else if (made.count > 0)
            made.status = FacetStatus::available;
        return made;
    }

    static bool is_shown(const FacetValueCount& value) {
        return value.status != FacetStatus::empty || !value.children.empty();
    }

    std::vector<FacetValueCount> flat() const {
        std::vector<FacetValueCount> values;
        for (const ColumnValue& known : snapshot_.facet(column_).values)
            if (FacetValueCount made = value(known.code, label_of(facet_, known, installation_)); is_shown(made))
                values.push_back(std::move(made));
        for (const std::string& code : request_.filters[column_])
            if (!snapshot_.ordinal(column_, code))
                values.push_back(value(code, label_of(facet_, {code, ""}, installation_)));
        return values;
    }

    /// A concept and those below it; children that nobody has are left out.
    FacetValueCount subtree(const Vocabulary& vocabulary, const Concept& top) const {
        FacetValueCount made = value(top.code, top.label);
        for (const std::string& code : top.narrower)
            if (FacetValueCount child = subtree(vocabulary, *vocabulary.find(code)); is_shown(child))
                made.children.push_back(std::move(child));
        std::sort(made.children.begin(), made.children.end(), more_hits);
        return made;
    }

    std::vector<FacetValueCount> concepts() const {
        const Vocabulary& vocabulary = installation_.vocabularies.at(facet_.name);
        const bool whole = !facet_.hierarchical;
        std::vector<FacetValueCount> values;
        for (const Concept* top : vocabulary.tops())
            if (FacetValueCount made = subtree(vocabulary, *top); whole || is_shown(made))
                values.push_back(std::move(made));
        if (facet_.values != FieldValues::names) return values;
        for (const ColumnValue& known : snapshot_.facet(column_).values)
            if (vocabulary.find(known.code) == nullptr)
                if (FacetValueCount made = value(known.code, {known.label, known.label}); is_shown(made))
                    values.push_back(std::move(made));
        return values;
    }

    FacetValueCount region(std::string_view code) const {
        const Region* known = installation_.regions.find(code);
        return value(code,
                     known == nullptr ? Text{std::string(code), std::string(code)} : Text{known->name, known->name});
    }

    /// None when this installation has no such scheme: its province table may have been taken away.
    std::span<const std::string> regions_of_scheme() const {
        const auto& schemes = installation_.regions.schemes();
        const auto scheme = schemes.find(request_.region_scheme);
        return scheme == schemes.end() ? std::span<const std::string>{}
                                       : std::span<const std::string>(scheme->second.regions);
    }

    std::vector<FacetValueCount> regions() const {
        std::vector<FacetValueCount> values;
        if (FacetValueCount national = value(national_region, {"landelijk", "national"}); is_shown(national))
            values.push_back(std::move(national));
        std::vector<std::string> placed{std::string(national_region)};
        for (const std::string& code : regions_of_scheme()) {
            FacetValueCount made = region(code);
            placed.push_back(code);
            for (const std::string& municipality : installation_.regions.find(code)->municipalities) {
                if (municipality == code) continue;  // of the scheme of municipalities itself
                if (FacetValueCount child = region(municipality); is_shown(child)) {
                    made.children.push_back(std::move(child));
                    placed.push_back(municipality);
                }
            }
            std::sort(made.children.begin(), made.children.end(), more_hits);
            if (is_shown(made)) values.push_back(std::move(made));
        }
        add_chosen_elsewhere(placed, values);
        return values;
    }

    /// A chosen region of another scheme stays visible, so that it can be taken away.
    void add_chosen_elsewhere(const std::vector<std::string>& placed, std::vector<FacetValueCount>& values) const {
        for (const std::string& code : request_.filters[column_])
            if (std::find(placed.begin(), placed.end(), code) == placed.end()) values.push_back(region(code));
    }

    const Field& facet_;
    std::size_t column_;
    std::span<const std::uint32_t> counts_;
    const SearchRequest& request_;
    const IndexSnapshot& snapshot_;
    const Installation& installation_;
};

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

FacetCounts facet_tree(const Field& facet, std::span<const std::uint32_t> counts, const SearchRequest& request,
                       const IndexSnapshot& snapshot, const Installation& installation) {
    return {facet.id, FacetArranger(facet, counts, request, snapshot, installation).arrange()};
}

}  // namespace schakel
