#include "searchd/api/api_response.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/api/render_questions.hpp"
#include "searchd/overview/overview.hpp"
#include "searchd/overview/questions.hpp"

namespace schakel {

HttpResponse answer_questions(const Call& call, const Installation& installation, LiveIndex& index,
                              const QueryLog* log) {
    const auto asked = parse_question_request(parse_parameters(call.request.query), installation, *index.snapshot());
    if (!asked) return problem_response(asked.error(), call.language);
    if (log == nullptr) return api_response(render_questions(*asked, std::nullopt, call.language), call.language);
    const auto recurring = log->recurring(installation.settings.query_log.suggest_after);
    if (!recurring) return problem_response(recurring.error(), call.language);
    const Questions questions = pick_questions(**recurring, *asked, installation);
    return api_response(render_questions(*asked, questions, call.language), call.language);
}

}  // namespace schakel
