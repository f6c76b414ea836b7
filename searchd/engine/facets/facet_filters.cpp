#include "searchd/engine/facets/facet_filters.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace schakel {

namespace {

constexpr std::size_t no_facet = facet_count;
constexpr std::string_view social_domain = "sociaal";
constexpr std::string_view physical_domain = "fysiek";

/// What a filter makes of a match: how many it fails is counted to two, and the first is remembered.
using Verdict = std::uint8_t;  // 0 = passes all so far, n = fails only the nth filter
constexpr Verdict fails_several = 255;

std::size_t column_of(FieldId facet) { return static_cast<std::size_t>(field(facet).column); }

/// The value sets of one column that pass.
struct Filter {
    std::size_t facet;  // whose values were chosen; no_facet when the filter is not about choosing values
    const FacetColumn* column;
    std::vector<std::uint8_t> passes;  // by set
};

/// The filter that `test(set of ordinals)` describes.
template <class Test>
Filter filter_by_set(std::size_t facet, const FacetColumn& column, Test&& test) {
    Filter filter{facet, &column, std::vector<std::uint8_t>(column.sets())};
    for (std::size_t set = 0; set < column.sets(); ++set) filter.passes[set] = test(column.set(set)) ? 1 : 0;
    return filter;
}

/// Sets with at least one of the values that `is_allowed(ordinal)`.
template <class Allowed>
Filter filter_by_value(std::size_t facet, const FacetColumn& column, Allowed&& is_allowed) {
    return filter_by_set(facet, column,
                         [&](std::span<const Ordinal> set) { return std::any_of(set.begin(), set.end(), is_allowed); });
}

Filter chosen_values(const IndexSnapshot& snapshot, std::size_t facet, const std::vector<std::string>& chosen) {
    const FacetColumn& column = snapshot.facet(facet);
    std::vector<std::uint8_t> allowed(column.values.size());
    for (const std::string& code : chosen)
        if (const auto ordinal = snapshot.ordinal(facet, code)) allowed[*ordinal] = 1;
    return filter_by_value(facet, column, [&](Ordinal ordinal) { return allowed[ordinal] != 0; });
}

bool in_range(const ColumnValue& value, const SearchRequest& request) {
    int year = 0;
    std::from_chars(value.code.data(), value.code.data() + value.code.size(), year);
    return year >= request.year_from.value_or(year) && year <= request.year_until.value_or(year);
}

/// A range of years stands beside the chosen years: choosing a year outside it gives no hits, so such years are not counted.
Filter year_range(const IndexSnapshot& snapshot, const SearchRequest& request) {
    const FacetColumn& years = snapshot.facet(column_of(FieldId::year));
    return filter_by_value(no_facet, years, [&](Ordinal ordinal) { return in_range(years.values[ordinal], request); });
}

/// Sets with at least `least` values that `counts(ordinal)`.
template <class Counts>
Filter filter_by_number(const FacetColumn& column, std::ptrdiff_t least, Counts&& counts) {
    return filter_by_set(no_facet, column, [&](std::span<const Ordinal> set) {
        return std::count_if(set.begin(), set.end(), counts) >= least;
    });
}

Filter crossing_domains(const IndexSnapshot& snapshot, const Vocabulary& domains, Crossing crossing) {
    const FacetColumn& column = snapshot.facet(column_of(FieldId::domain));
    if (crossing == Crossing::sector)
        return filter_by_number(column, 2, [&](Ordinal ordinal) {
            const Concept* domain = domains.find(column.values[ordinal].code);
            return domain != nullptr && !domain->broader.empty();
        });
    return filter_by_number(column, 2, [&](Ordinal ordinal) {
        const std::string& code = column.values[ordinal].code;
        return code == social_domain || code == physical_domain;
    });
}

std::vector<Filter> filters_of(const IndexSnapshot& snapshot, const Vocabulary& domains, const SearchRequest& request) {
    std::vector<Filter> filters;
    for (std::size_t facet = 0; facet < facet_count; ++facet)
        if (!request.filters[facet].empty()) filters.push_back(chosen_values(snapshot, facet, request.filters[facet]));
    if (request.year_from || request.year_until) filters.push_back(year_range(snapshot, request));
    if (request.crossing) filters.push_back(crossing_domains(snapshot, domains, *request.crossing));
    return filters;
}

/// Filter by filter, so that each walks one column; without branches, because nobody can predict them.
std::vector<Verdict> verdicts_of(const std::vector<Filter>& filters, const std::vector<DocumentId>& documents) {
    std::vector<Verdict> verdicts(documents.size());
    for (std::size_t number = 1; number <= filters.size(); ++number) {
        const Filter& filter = filters[number - 1];
        filter.column->set_of.visit([&](const auto& set_of) {
            for (std::size_t i = 0; i < documents.size(); ++i) {
                const Verdict failed = verdicts[i] == 0 ? static_cast<Verdict>(number) : fails_several;
                verdicts[i] = filter.passes[set_of[documents[i]]] != 0 ? verdicts[i] : failed;
            }
        });
    }
    return verdicts;
}

/// The elements with that verdict; every element is written and stays when it is wanted, again without branches.
template <class Value>
std::vector<Value> with_verdict(Verdict wanted, const std::vector<Verdict>& verdicts, const std::vector<Value>& all) {
    std::vector<Value> selected(all.size() + 1);
    std::size_t count = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        selected[count] = all[i];
        count += verdicts[i] == wanted ? 1u : 0u;
    }
    selected.resize(count);
    return selected;
}

}  // namespace

bool has_filters(const SearchRequest& request) {
    return request.year_from || request.year_until || request.crossing ||
           std::any_of(request.filters.begin(), request.filters.end(),
                       [](const auto& chosen) { return !chosen.empty(); });
}

FilteredMatches filter_matches(const IndexSnapshot& snapshot, const Vocabulary& domains, MatchList matches,
                               const SearchRequest& request) {
    FilteredMatches filtered;
    if (!has_filters(request)) {
        filtered.hits = std::move(matches);
        return filtered;
    }
    const std::vector<Filter> filters = filters_of(snapshot, domains, request);
    const std::vector<Verdict> verdicts = verdicts_of(filters, matches.documents);
    filtered.hits = {with_verdict(0, verdicts, matches.documents), with_verdict(0, verdicts, matches.scores)};
    for (std::size_t i = 0; i < filters.size(); ++i)
        if (filters[i].facet != no_facet)
            filtered.near_misses[filters[i].facet] =
                with_verdict(static_cast<Verdict>(i + 1), verdicts, matches.documents);
    return filtered;
}

}  // namespace schakel
