#include "searchd/exports/citation_files.hpp"

#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"

namespace schakel {

HttpResponse answer_ris(const Call& call, const Installation&, LiveIndex&) {
    return problem_response(no_such_route(call.request.path), call.language);
}

HttpResponse answer_bibtex(const Call& call, const Installation&, LiveIndex&) {
    return problem_response(no_such_route(call.request.path), call.language);
}


}  // namespace schakel
