#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/application.hpp"
#include "searchd/embedding/embedding.hpp"
#include "searchd/feeds/open_search.hpp"
#include "searchd/oai/oai_provider.hpp"
#include "searchd/overview/overview.hpp"
#include "searchd/request/suggestion_request.hpp"
#include "searchd/sru/sru.hpp"

namespace schakel {

HttpResponse Application::sru(const Call& call) const { return answer_sru(call, installation_, *searches_); }

HttpResponse Application::oai(const Call& call) const {
    return answer_oai(call, installation_, index_->snapshot(), record_lists_);
}

HttpResponse Application::questions(const Call& call) const {
    return answer_questions(call, installation_, *index_, query_log_.get());
}

HttpResponse Application::embedding_page(const Call& call) const {
    return answer_embedding_page(call, installation_, *index_, pages_);
}

HttpResponse Application::framed_page(const Call& call) const {
    return answer_framed_page(call, installation_, *searches_, pages_);
}

HttpResponse Application::typed_suggestions(const Call& call) const {
    const auto asked = parse_suggestion_request(parse_parameters(call.request.query));
    if (!asked) return problem_response(asked.error(), call.language);
    const auto found = suggestions_->answer(*asked, index_->snapshot());
    if (!found) return problem_response(found.error(), call.language);
    const PageContext context = page_context(call, installation_.settings);
    return typed_suggestions_response(*asked, *found, whole_address(context, ""), call.language);
}

}  // namespace schakel
