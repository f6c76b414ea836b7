#include "searchd/embedding/embedding.hpp"

#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"

namespace schakel {

HttpResponse answer_embedding_page(const Call& call, const Installation&, LiveIndex&, const PageRenderer&) {
    return problem_response(no_such_route(call.request.path), call.language);
}

HttpResponse answer_framed_page(const Call& call, const Installation&, LiveIndex&, const PageRenderer&) {
    return problem_response(no_such_route(call.request.path), call.language);
}


}  // namespace schakel
