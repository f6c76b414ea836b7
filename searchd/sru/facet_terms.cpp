#include "searchd/sru/facet_terms.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/folding.hpp"

namespace schakel {

namespace {

// Of a term, bytes: a hundred terms of every facet repeat it, twice.
constexpr std::size_t longest_query = 1000;

void collect(const std::vector<FacetValueCount>& values, std::vector<const FacetValueCount*>& found) {
    for (const FacetValueCount& value : values) {
        if (value.count > 0) found.push_back(&value);
        collect(value.children, found);
    }
}

std::vector<const FacetValueCount*> ordered(const FacetCounts& counts, FacetTermOrder order, Language language) {
    std::vector<const FacetValueCount*> values;
    collect(counts.values, values);
    const auto name = [&](const FacetValueCount* value) { return fold(value->label.in(language)); };
    std::stable_sort(values.begin(), values.end(), [&](const FacetValueCount* left, const FacetValueCount* right) {
        if (order == FacetTermOrder::most_hits && left->count != right->count) return left->count > right->count;
        return name(left) < name(right);
    });
    return values;
}

/// A code as it stands in a CQL string.
std::string escaped(std::string_view code) {
    std::string text;
    for (const char sign : code) {
        if (std::string_view("\\\"*?^").find(sign) != std::string_view::npos) text += '\\';
        text += sign;
    }
    return text;
}

std::string query_with(const std::string& cql, FieldId facet, const std::string& code) {
    if (cql.empty() || cql.size() > longest_query) return {};
    return fmt::format("({}) and schakel.{} == \"{}\"", cql, field(facet).name, escaped(code));
}

}  // namespace

FacetTerms facet_terms(const FacetWish& wish, const FacetCounts& counts, const std::string& cql, Language language) {
    FacetTerms shown{wish.index, {std::string(field(wish.facet).name), std::string(field(wish.facet).name)}, {}};
    const auto values = ordered(counts, wish.order, language);
    const auto first = std::min(static_cast<std::size_t>(wish.first - 1), values.size());
    const auto last = std::min(first + static_cast<std::size_t>(wish.most), values.size());
    for (std::size_t i = first; i < last; ++i)
        shown.terms.push_back(
            {values[i]->label.in(language), values[i]->count, query_with(cql, wish.facet, values[i]->code)});
    return shown;
}

}  // namespace schakel
