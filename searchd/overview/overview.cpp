#include "searchd/overview/overview.hpp"

#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"

namespace schakel {

HttpResponse answer_partners(const Call& call, const Installation&, LiveIndex&) {
    return problem_response(no_such_route(call.request.path), call.language);
}

HttpResponse answer_questions(const Call& call, const Installation&, LiveIndex&, const QueryLog*) {
    return problem_response(no_such_route(call.request.path), call.language);
}

HttpResponse answer_overview(const Call& call, const Installation&, LiveIndex&) {
    return problem_response(no_such_route(call.request.path), call.language);
}


}  // namespace schakel
