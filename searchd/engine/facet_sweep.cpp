#include "searchd/engine/facet_sweep.hpp"

#include <algorithm>
#include <charconv>

namespace schakel {

namespace {

/// The chosen values of one facet, as a table by ordinal.
struct Filter {
    std::size_t column;
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

/// Chosen years and a range of years restrict each other.
void restrict_years(const FacetColumn& years, const SearchRequest& request, std::vector<std::uint8_t>& allowed) {
    for (std::size_t ordinal = 0; ordinal < allowed.size(); ++ordinal)
        if (!in_range(years.values[ordinal], request)) allowed[ordinal] = 0;
}

std::vector<Filter> filters_of(const IndexSnapshot& snapshot, const SearchRequest& request) {
    std::vector<Filter> filters;
    for (std::size_t column = 0; column < facet_count; ++column) {
        const bool year_range = facet_field(column).id == FieldId::year && (request.year_from || request.year_until);
        const std::vector<std::string>& chosen = request.filters[column];
        if (chosen.empty() && !year_range) continue;
        Filter filter{column, &snapshot.facet(column), {}};
        filter.allowed.assign(filter.values->values.size(), chosen.empty() ? 1 : 0);
        for (const std::string& code : chosen)
            if (const auto ordinal = snapshot.ordinal(column, code)) filter.allowed[*ordinal] = 1;
        if (year_range) restrict_years(*filter.values, request, filter.allowed);
        filters.push_back(std::move(filter));
    }
    return filters;
}

std::vector<std::size_t> counted_columns(const SearchRequest& request) {
    std::vector<std::size_t> columns;
    for (const FieldId facet : request.facets) columns.push_back(static_cast<std::size_t>(field(facet).column));
    const auto scale = static_cast<std::size_t>(field(FieldId::scale).column);   // shown with every answer
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

/// How many filters a document fails, counted to two, and the last one it failed.
struct Verdict {
    int failed = 0;
    std::size_t column = 0;
};

Verdict judge(const std::vector<Filter>& filters, DocumentId document) {
    Verdict verdict;
    for (const Filter& filter : filters) {
        if (filter.passes(document)) continue;
        verdict.column = filter.column;
        if (++verdict.failed == 2) break;
    }
    return verdict;
}

}  // namespace

SweepResult sweep(const IndexSnapshot& snapshot, const MatchScores& scores, const SearchRequest& request) {
    const std::vector<Filter> filters = filters_of(snapshot, request);
    const std::vector<std::size_t> columns = counted_columns(request);
    SweepResult result;
    for (const std::size_t column : columns) result.counts[column].assign(snapshot.facet(column).values.size(), 0);
    const auto count = [&](std::size_t column, DocumentId document) {
        for (const Ordinal ordinal : snapshot.facet(column).of(document)) ++result.counts[column][ordinal];
    };
    TopResults top(static_cast<std::size_t>(request.page) * static_cast<std::size_t>(request.per_page));
    const auto documents = static_cast<DocumentId>(snapshot.documents());
    for (DocumentId document = 0; document < documents; ++document) {
        if (!scores.matches(document)) continue;
        const Verdict verdict = judge(filters, document);
        if (verdict.failed == 0) {
            ++result.total;
            top.add(ranked(snapshot, scores, request.sort, document));
            for (const std::size_t column : columns) count(column, document);
        } else if (verdict.failed == 1 && !result.counts[verdict.column].empty()) {
            count(verdict.column, document);
        }
    }
    result.top = top.take();
    return result;
}

}  // namespace schakel
