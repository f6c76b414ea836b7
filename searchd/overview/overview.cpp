#include "searchd/overview/overview.hpp"

#include <chrono>

#include "searchd/api/api_response.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/api/render_overview.hpp"
#include "searchd/overview/overview_counts.hpp"

namespace schakel {

HttpResponse answer_overview(const Call& call, const Installation& installation, LiveIndex& index) {
    const auto started = std::chrono::steady_clock::now();
    const auto asked = parse_overview_request(parse_parameters(call.request.query), installation, *index.snapshot());
    if (!asked) return problem_response(asked.error(), call.language);
    const auto counts = index.ask([&](Searcher& searcher) { return count_overview(searcher, *asked, installation); });
    if (!counts) return problem_response(counts.error(), call.language);
    const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - started;
    return api_response(render_overview(*asked, *counts, call.language, elapsed.count()), call.language);
}

}  // namespace schakel
