#include "searchd/overview/overview_counts.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace schakel {

namespace {

/// What the search finds without its filters on the two facets.
Result<std::vector<DocumentId>> documents_of(Searcher& searcher, const OverviewRequest& request) {
    SearchRequest all = request.search;
    all.filter(request.row).clear();
    all.filter(request.column).clear();
    all.sort = SortOrder::date;  // no order matters; this one needs no score
    return searcher.documents(all);
}

/// The same search asked as others ask it, for what it says beside its hits.
Result<SearchResponse> first_page(Searcher& searcher, SearchRequest request) {
    request.sort = SortOrder::date;
    request.page = 1;
    request.per_page = 1;
    return searcher.search(request);
}

void add_left_out(const Axis& axis, std::vector<Text>& notices) {
    if (axis.left_out == 0) return;
    notices.emplace_back(
        fmt::format("Er zijn te veel organisaties: {} met de minste producten staan er niet bij.", axis.left_out),
        fmt::format("There are too many organisations: {} with the fewest products are left out.", axis.left_out));
}

}  // namespace

Result<OverviewCounts> count_overview(Searcher& searcher, const OverviewRequest& request,
                                      const Installation& installation) {
    const IndexSnapshot& snapshot = searcher.snapshot();
    auto said = first_page(searcher, request.search);
    if (!said) return tl::unexpected(said.error());
    const auto documents = documents_of(searcher, request);
    if (!documents) return tl::unexpected(documents.error());
    OverviewCounts counts{axis_of(request.row, request.search, snapshot, installation),
                          axis_of(request.column, request.search, snapshot, installation),
                          {},
                          said->words,
                          std::move(said->notices),
                          said->incomplete};
    counts.table = cross_table(snapshot, *documents, {counts.rows, request.search.filter(request.row)},
                               {counts.columns, request.search.filter(request.column)});
    add_left_out(counts.rows, counts.notices);
    add_left_out(counts.columns, counts.notices);
    return counts;
}

}  // namespace schakel
