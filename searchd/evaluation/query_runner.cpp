#include "searchd/evaluation/query_runner.hpp"

#include <fmt/format.h>

#include "searchd/request/request_parser.hpp"

namespace schakel {
namespace {

Ranking ranking_of(const SearchResponse& response) {
    Ranking ranking;
    for (const SearchHit& hit : response.hits)
        ranking.push_back({trec_id(hit.record.id), static_cast<int>(ranking.size()) + 1, hit.score});
    return ranking;
}

Result<SearchRequest> request_of(const JudgedQuery& query, const Installation& installation,
                                 const IndexSnapshot& snapshot, int depth) {
    QueryParameters parameters = parse_parameters(query.parameters);
    parameters.emplace_back("facetten", "");
    auto request = parse_search_request(parameters, installation, snapshot);
    if (!request) {
        const ParameterProblem& problem = request.error().front();
        return fail(ErrorCode::bad_parameter,
                    {fmt::format("zoekvraag {}: {}: {}", query.id, problem.parameter, problem.message.nl),
                     fmt::format("query {}: {}: {}", query.id, problem.parameter, problem.message.en)});
    }
    request->query = query.text;
    request->per_page = depth;
    return std::move(*request);
}

}  // namespace

Result<TimedRun> run_queries(Searcher& searcher, const Installation& installation, std::span<const JudgedQuery> queries,
                             int depth) {
    TimedRun timed;
    for (const JudgedQuery& query : queries) {
        const auto request = request_of(query, installation, searcher.snapshot(), depth);
        if (!request) return tl::unexpected(request.error());
        const auto response = searcher.search(*request);
        if (!response) return tl::unexpected(response.error());
        timed.run.emplace(query.id, ranking_of(*response));
        timed.milliseconds += response->milliseconds;
    }
    return timed;
}

}  // namespace schakel
