#include "searchd/feeds/site_map.hpp"

#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"

namespace schakel {

HttpResponse answer_site_map(const Call& call, const Installation&, LiveIndex&) {
    return problem_response(no_such_route(call.request.path), call.language);
}

HttpResponse answer_robots(const Call& call, const Installation&, LiveIndex&) {
    return problem_response(no_such_route(call.request.path), call.language);
}


}  // namespace schakel
