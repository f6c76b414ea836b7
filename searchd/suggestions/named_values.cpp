#include "searchd/suggestions/named_values.hpp"

#include <algorithm>
#include <utility>

#include "searchd/engine/facets/facet_tree.hpp"

namespace schakel {

namespace {

FieldId facet_of(SuggestionKind kind) {
    switch (kind) {
        case SuggestionKind::domain: return FieldId::domain;
        case SuggestionKind::region: return FieldId::region;
        case SuggestionKind::organisation: return FieldId::organisation;
        default: return FieldId::theme;
    }
}

/// Living products by ordinal.
std::vector<std::uint32_t> living_counts(const IndexSnapshot& snapshot, std::size_t column) {
    const auto& facet = snapshot.facet(column);
    std::vector<std::uint32_t> counts(facet.values.size());
    for (DocumentId document = 0; document < snapshot.documents(); ++document)
        for (const Ordinal ordinal : facet.of(document)) ++counts[ordinal];
    for (const DocumentId document : snapshot.hidden())
        for (const Ordinal ordinal : facet.of(document)) --counts[ordinal];
    return counts;
}

void add_names(const Concept& concept_, NamedValue& value) {
    value.alternatives = concept_.alternatives;
    value.hidden = concept_.hidden;
}

void add_names(const Region& region, const RegionTable& regions, NamedValue& value) {
    value.alternatives = region.variants;
    const auto scheme = regions.schemes().find(region.scheme);
    if (scheme == regions.schemes().end()) return;
    value.explanation = scheme->second.name;
    value.hidden.push_back(scheme->second.name + ' ' + region.name);
}

NamedValue named(const Field& facet, const ColumnValue& known, std::uint32_t count, const Installation& installation) {
    NamedValue value{.code = known.code, .label = label_of(facet, known, installation).nl, .count = count};
    if (facet.values == FieldValues::regions) {
        if (const Region* region = installation.regions.find(known.code))
            add_names(*region, installation.regions, value);
    } else if (const Concept* concept_ = installation.vocabularies.at(facet.name).find(known.code)) {
        add_names(*concept_, value);
    }
    return value;
}

/// Of regions with the same name and as many products: provinces and municipalities are known best.
int unfamiliarity(const NamedValue& value) {
    return value.code.starts_with("PV") ? 0 : value.code.starts_with("GM") ? 1 : 2;
}

bool preferred(const NamedValue& a, const NamedValue& b) {
    if (a.count != b.count) return a.count > b.count;
    if (a.label != b.label) return std::pair(a.label.size(), a.label) < std::pair(b.label.size(), b.label);
    return std::pair(unfamiliarity(a), a.code) < std::pair(unfamiliarity(b), b.code);
}

}  // namespace

std::vector<NamedValue> named_values(SuggestionKind kind, const IndexSnapshot& snapshot,
                                     const Installation& installation) {
    const Field& facet = field(facet_of(kind));
    const auto column = static_cast<std::size_t>(facet.column);
    const std::vector<std::uint32_t> counts = living_counts(snapshot, column);
    std::vector<NamedValue> values;
    for (std::size_t ordinal = 0; ordinal < counts.size(); ++ordinal)
        if (counts[ordinal] > 0)
            values.push_back(named(facet, snapshot.facet(column).values[ordinal], counts[ordinal], installation));
    std::ranges::sort(values, preferred);
    return values;
}

std::vector<NamedValue> named_queries(std::span<const FrequentQuery> queries) {
    std::vector<FrequentQuery> sorted(queries.begin(), queries.end());
    std::ranges::stable_sort(sorted, std::greater<>{}, &FrequentQuery::days);
    std::vector<NamedValue> values;
    for (FrequentQuery& query : sorted) values.push_back({.label = std::move(query.text), .count = query.results});
    return values;
}

}  // namespace schakel
