#include "searchd/engine/facet_sweep.hpp"

#include <algorithm>
#include <charconv>

namespace schakel {

namespace {

constexpr std::size_t no_facet = facet_count;

/// The values of one column that are allowed, as a table by ordinal.
struct Filter {
    std::size_t facet;  // whose values were chosen; no_facet when the filter is not about choosing values
    const FacetColumn* values;
    std::vector<std::uint8_t> allowed;

    bool passes(DocumentId document) const {
        const auto own = values->of(document);
        return std::any_of(own.begin(), own.end(), [&](Ordinal ordinal) { return allowed[ordinal] != 0; });
    }
};

bool in_range(const ColumnValue& value, const SearchRequest& request) {
    int year = 0;
    std::from_chars(value.code.data(), value.code.data() + value.code.size(), year);
    return year >= request.year_from.value_or(year) && year <= request.year_until.value_or(year);
}

/// A range of years stands beside the chosen years: choosing a year outside it gives no hits, so such years are not counted.
Filter year_range(const FacetColumn& years, const SearchRequest& request) {
    Filter filter{no_facet, &years, {}};
    for (const ColumnValue& year : years.values) filter.allowed.push_back(in_range(year, request) ? 1 : 0);
    return filter;
}

std::vector<Filter> filters_of(const IndexSnapshot& snapshot, const SearchRequest& request) {
    std::vector<Filter> filters;
    for (std::size_t column = 0; column < facet_count; ++column) {
        const std::vector<std::string>& chosen = request.filters[column];
        if (chosen.empty()) continue;
        Filter filter{column, &snapshot.facet(column), {}};
        filter.allowed.assign(filter.values->values.size(), 0);
        for (const std::string& code : chosen)
            if (const auto ordinal = snapshot.ordinal(column, code)) filter.allowed[*ordinal] = 1;
        filters.push_back(std::move(filter));
    }
    if (request.year_from || request.year_until)
        filters.push_back(year_range(snapshot.facet(static_cast<std::size_t>(field(FieldId::year).column)), request));
    return filters;
}

std::vector<std::size_t> counted_columns(const SearchRequest& request) {
    std::vector<std::size_t> columns;
    for (const FieldId facet : request.facets) columns.push_back(static_cast<std::size_t>(field(facet).column));
    const auto scale = static_cast<std::size_t>(field(FieldId::scale).column);  // shown with every answer
    if (std::find(columns.begin(), columns.end(), scale) == columns.end()) columns.push_back(scale);
    return columns;
}

RankedDocument ranked(const IndexSnapshot& snapshot, const MatchScores& scores, SortOrder order, DocumentId document) {
    switch (order) {
        case SortOrder::date: return {0, snapshot.date_rank()[document], document};
        case SortOrder::title: return {0, snapshot.title_rank()[document], document};
        case SortOrder::relevance: break;
    }
    return {scores.score_of(document), snapshot.date_rank()[document], document};
}

/// How many filters a document fails, counted to two, and the facet of the last one it failed.
struct Verdict {
    int failed = 0;
    std::size_t facet = no_facet;
};

Verdict judge(const std::vector<Filter>& filters, DocumentId document) {
    Verdict verdict;
    for (const Filter& filter : filters) {
        if (filter.passes(document)) continue;
        verdict.facet = filter.facet;
        if (++verdict.failed == 2) break;
    }
    return verdict;
}

}  // namespace

SweepResult sweep(const IndexSnapshot& snapshot, const MatchScores& scores, const SearchRequest& request,
                  std::size_t least_top) {
    const std::vector<Filter> filters = filters_of(snapshot, request);
    const std::vector<std::size_t> columns = counted_columns(request);
    SweepResult result;
    for (const std::size_t column : columns) result.counts[column].assign(snapshot.facet(column).values.size(), 0);
    const auto count = [&](std::size_t column, DocumentId document) {
        for (const Ordinal ordinal : snapshot.facet(column).of(document)) ++result.counts[column][ordinal];
    };
    TopResults top(
        std::max(least_top, static_cast<std::size_t>(request.page) * static_cast<std::size_t>(request.per_page)));
    const auto documents = static_cast<DocumentId>(snapshot.documents());
    for (DocumentId document = 0; document < documents; ++document) {
        if (!scores.matches(document)) continue;
        const Verdict verdict = judge(filters, document);
        if (verdict.failed == 0) {
            ++result.total;
            top.add(ranked(snapshot, scores, request.sort, document));
            for (const std::size_t column : columns) count(column, document);
        } else if (verdict.failed == 1 && verdict.facet != no_facet && !result.counts[verdict.facet].empty()) {
            count(verdict.facet, document);
        }
    }
    result.top = top.take();
    return result;
}

}  // namespace schakel
