#include "searchd/exports/result_export.hpp"

#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"

namespace schakel {

HttpResponse answer_csv_export(const Call& call, const Installation&, LiveIndex&) {
    return problem_response(no_such_route(call.request.path), call.language);
}

HttpResponse answer_ris_export(const Call& call, const Installation&, LiveIndex&) {
    return problem_response(no_such_route(call.request.path), call.language);
}


}  // namespace schakel
