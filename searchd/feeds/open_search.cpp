#include "searchd/feeds/open_search.hpp"

#include "searchd/answers.hpp"
#include "searchd/api/problem.hpp"

namespace schakel {

HttpResponse answer_open_search(const Call& call, const Installation&, LiveIndex&) {
    return problem_response(no_such_route(call.request.path), call.language);
}


HttpResponse typed_suggestions_response(const SuggestionRequest&, std::span<const SearchSuggestion>) {
    return json_response("[]");
}

}  // namespace schakel
