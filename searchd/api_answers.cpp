#include <fmt/format.h>

#include "searchd/answers.hpp"
#include "searchd/api/api_response.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/api/render_facet.hpp"
#include "searchd/api/render_json.hpp"
#include "searchd/api/render_similar.hpp"
#include "searchd/api/render_suggestions.hpp"
#include "searchd/application.hpp"
#include "searchd/overview/referrals.hpp"
#include "searchd/request/facet_request.hpp"
#include "searchd/request/request_parser.hpp"
#include "searchd/request/similar_request.hpp"
#include "searchd/request/suggestion_request.hpp"

namespace schakel {

namespace {

/// The answer to a request for a fixed list, unless it has parameters.
template <class Render>
HttpResponse fixed_list(const Call& call, Render&& render) {
    if (auto refused = refused_parameters(call)) return std::move(*refused);
    return api_response(render(), call.language);
}

}  // namespace

HttpResponse Application::is_live(const Call&) const { return json_response(R"({"status":"live"})"); }

HttpResponse Application::is_ready(const Call&) const {
    const auto snapshot = index_->snapshot();
    return json_response(fmt::format(R"({{"status":"gereed","generatie":{},"producten":{}}})", snapshot->generation(),
                                     snapshot->living()));
}

HttpResponse Application::themes(const Call& call) const {
    return fixed_list(
        call, [&] { return render_vocabulary("themas", installation_.vocabularies.at("thema"), call.language); });
}

HttpResponse Application::domains(const Call& call) const {
    return fixed_list(
        call, [&] { return render_vocabulary("domeinen", installation_.vocabularies.at("domein"), call.language); });
}

HttpResponse Application::regions(const Call& call) const {
    return fixed_list(call, [&] { return render_regions(installation_.regions, call.language); });
}

HttpResponse Application::search(const Call& call) const {
    const auto asked = parse_search_request(parse_parameters(call.request.query), installation_, *index_->snapshot());
    if (!asked) return problem_response(asked.error(), call.language);
    const auto answer = answered(*asked);
    if (!answer) return problem_response(answer.error(), call.language);
    const auto referrals = referrals_after(*answer->response, *asked, *index_);
    if (!referrals) return problem_response(referrals.error(), call.language);
    return api_response(
        render_search(*asked, *answer->response, *referrals, installation_, call.language, answer->milliseconds),
        call.language);
}

HttpResponse Application::facet(const Call& call) const {
    const auto facet = find_facet(call.argument);
    if (!facet) return problem_response(facet.error(), call.language);
    const auto asked =
        parse_facet_request(*facet, parse_parameters(call.request.query), installation_, *index_->snapshot());
    if (!asked) return problem_response(asked.error(), call.language);
    const auto values = index_->ask([&](Searcher& searcher) { return searcher.facet_values(*asked); });
    if (!values) return problem_response(values.error(), call.language);
    return api_response(render_facet(*asked, *values, call.language), call.language);
}

HttpResponse Application::suggestions(const Call& call) const {
    const auto asked = parse_suggestion_request(parse_parameters(call.request.query));
    if (!asked) return problem_response(asked.error(), call.language);
    const auto found = suggestions_->answer(*asked, index_->snapshot());
    if (!found) return problem_response(found.error(), call.language);
    return api_response(render_suggestions(*asked, *found, installation_, call.language), call.language);
}

HttpResponse Application::analysis(const Call& call) const {
    const auto text = parse_analysis_request(parse_parameters(call.request.query));
    if (!text) return problem_response(text.error(), call.language);
    const auto searcher = index_->searcher();
    if (!searcher) return problem_response(searcher.error(), call.language);
    return api_response((*searcher)->analysis(*text), call.language);
}

HttpResponse Application::description(const Call& call) const {
    if (auto refused = refused_parameters(call)) return std::move(*refused);
    return description_.answer(call.request, installation_.settings);
}

HttpResponse Application::product(const Call& call) const {
    if (auto refused = refused_parameters(call)) return std::move(*refused);
    const auto record = index_->ask([&](Searcher& searcher) { return searcher.find(call.argument); });
    if (!record) return problem_response(record.error(), call.language);
    if (!*record) return problem_response(no_such_product(call.argument), call.language);
    return api_response(render_product(**record, installation_, call.language), call.language);
}

HttpResponse Application::similar(const Call& call) const {
    const auto most = parse_similar_request(parse_parameters(call.request.query));
    if (!most) return problem_response(most.error(), call.language);
    const auto hits = index_->ask([&](Searcher& searcher) { return searcher.similar(call.argument, *most); });
    if (!hits) return problem_response(hits.error(), call.language);
    if (!*hits) return problem_response(no_such_product(call.argument), call.language);
    return api_response(render_similar(call.argument, **hits), call.language);
}

}  // namespace schakel
