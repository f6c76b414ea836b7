#include "searchd/evaluation/query_runner.hpp"

namespace schakel {
namespace {

Ranking ranking_of(const SearchResponse& response) {
    Ranking ranking;
    for (const SearchHit& hit : response.hits)
        ranking.push_back({trec_id(hit.record.id), static_cast<int>(ranking.size()) + 1, hit.score});
    return ranking;
}

}  // namespace

Result<TimedRun> run_queries(Searcher& searcher, std::span<const JudgedQuery> queries, int depth) {
    TimedRun timed;
    for (const JudgedQuery& query : queries) {
        SearchRequest request;
        request.query = query.text;
        request.per_page = depth;
        const auto response = searcher.search(request);
        if (!response) return tl::unexpected(response.error());
        timed.run.emplace(query.id, ranking_of(*response));
        timed.milliseconds += response->milliseconds;
    }
    return timed;
}

}  // namespace schakel
