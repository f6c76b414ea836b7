#include "searchd/engine/facets/facet_sweep.hpp"

#include <algorithm>

namespace schakel {

namespace {

std::vector<std::size_t> counted_columns(const SearchRequest& request) {
    std::vector<std::size_t> columns;
    for (const FieldId facet : request.facets) columns.push_back(static_cast<std::size_t>(field(facet).column));
    const auto scale = static_cast<std::size_t>(field(FieldId::scale).column);  // shown with every answer
    if (std::find(columns.begin(), columns.end(), scale) == columns.end()) columns.push_back(scale);
    return columns;
}

ValueCounts counts_of(const IndexSnapshot& snapshot, const FilteredMatches& matches, std::size_t column) {
    if (matches.hits.size() == snapshot.living()) return living_counts(snapshot, column);
    ValueCounts counts(snapshot.facet(column).values.size());
    add_counts(snapshot.facet(column), matches.hits.documents, counts);
    add_counts(snapshot.facet(column), matches.near_misses[column], counts);
    return counts;
}

std::vector<RankedDocument> best_by_score(const MatchList& hits, const std::vector<std::uint32_t>& date_rank,
                                          std::size_t capacity) {
    TopResults top(capacity);
    for (std::size_t i = 0; i < hits.size(); ++i)
        if (top.may_take(hits.scores[i])) top.add({hits.scores[i], date_rank[hits.documents[i]], hits.documents[i]});
    return top.take();
}

std::vector<RankedDocument> best_by_rank(const MatchList& hits, const std::vector<std::uint32_t>& rank,
                                         std::size_t capacity) {
    TopResults top(capacity);
    for (const DocumentId document : hits.documents) top.add({0, rank[document], document});
    return top.take();
}

std::vector<RankedDocument> best_of(const IndexSnapshot& snapshot, const MatchList& hits, SortOrder order,
                                    std::size_t capacity) {
    switch (order) {
        case SortOrder::date: return best_by_rank(hits, snapshot.date_rank(), capacity);
        case SortOrder::title: return best_by_rank(hits, snapshot.title_rank(), capacity);
        case SortOrder::relevance: break;
    }
    return best_by_score(hits, snapshot.date_rank(), capacity);
}

}  // namespace

SweepResult sweep_filtered(const IndexSnapshot& snapshot, const FilteredMatches& matches,
                           const SweepQuestion& question) {
    const SearchRequest& request = question.request;
    SweepResult result;
    result.total = matches.hits.size();
    for (const std::size_t column : counted_columns(request))
        result.counts[column] = counts_of(snapshot, matches, column);
    const auto reached = static_cast<std::size_t>(request.page) * static_cast<std::size_t>(request.per_page);
    result.top = best_of(snapshot, matches.hits, request.sort, std::max(question.least_top, reached));
    return result;
}

}  // namespace schakel
