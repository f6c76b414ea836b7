#include "searchd/oai/oai_sets.hpp"

#include <algorithm>
#include <array>

#include "config/index/field_table.hpp"

namespace schakel {

namespace {

constexpr std::array set_facets{FieldId::theme, FieldId::domain, FieldId::type};

/// What a setSpec may hold between its colons (OAI-PMH 2.0, section 2.6).
bool can_be_in_spec(std::string_view code) {
    return !code.empty() && std::ranges::all_of(code, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("-_.!~*'()").find(c) != std::string_view::npos;
    });
}

/// The facet and the codes from the top down; vocabularies have no cycles.
std::string spec_of(const Concept& value, const Vocabulary& vocabulary) {
    const Concept* broader = vocabulary.find(value.broader);
    return (broader == nullptr ? vocabulary.name() : spec_of(*broader, vocabulary)) + ':' + value.code;
}

}  // namespace

OaiSets::OaiSets(const Vocabularies& vocabularies) {
    for (const FieldId facet : set_facets)
        add(vocabularies.at(field(facet).name), static_cast<std::size_t>(field(facet).column));
}

void OaiSets::add(const Vocabulary& vocabulary, std::size_t column) {
    if (by_code_.size() <= column) by_code_.resize(column + 1);
    const auto add_set = [&](OaiSet set) {
        by_code_[column].emplace(set.code, sets_.size());
        sets_.push_back(std::move(set));
    };
    add_set({vocabulary.name(), {vocabulary.title(), vocabulary.title()}, column, {}});
    for (const Concept& value : vocabulary.concepts())
        if (can_be_in_spec(value.code)) add_set({spec_of(value, vocabulary), value.label, column, value.code});
}

const OaiSet* OaiSets::find(std::string_view spec) const {
    const auto found = std::ranges::find(sets_, spec, &OaiSet::spec);
    return found == sets_.end() ? nullptr : &*found;
}

std::vector<std::string_view> OaiSets::specs_of(const IndexSnapshot& snapshot, DocumentId document) const {
    std::vector<std::string_view> specs;
    for (std::size_t column = 0; column < by_code_.size(); ++column) {
        const StringMap<std::size_t>& sets = by_code_[column];
        const FacetColumn& facet = snapshot.facet(column);
        const auto values = facet.of(document);
        if (sets.empty() || values.empty()) continue;
        specs.push_back(sets_[sets.find("")->second].spec);
        for (const Ordinal value : values)
            if (const auto set = sets.find(facet.values[value].code); set != sets.end())
                specs.push_back(sets_[set->second].spec);
    }
    return specs;
}

SetMembership::SetMembership(const OaiSet& set, const IndexSnapshot& snapshot)
    : facet_(snapshot.facet(set.column)),
      any_value_(set.code.empty()),
      value_(snapshot.ordinal(set.column, set.code)) {}

bool SetMembership::has(DocumentId document) const {
    const auto values = facet_.of(document);
    if (any_value_) return !values.empty();
    return value_ && std::ranges::binary_search(values, *value_);
}

}  // namespace schakel
