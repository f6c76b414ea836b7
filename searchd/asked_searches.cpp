#include "searchd/asked_searches.hpp"

#include <string>
#include <utility>

#include "searchd/query_log/asked_query.hpp"

namespace schakel {

Result<Answer> AskedSearches::answer(const SearchRequest& request) { return answer(request, request.query); }

Result<Answer> AskedSearches::answer(const SearchRequest& request, std::string_view typed) {
    auto answer = index_.answer(request);
    if (!answer) return answer;
    ++counts_.searches;
    if (answer->response->total == 0) ++counts_.without_results;
    if (log_ == nullptr) return answer;
    SearchRequest asked = request;
    asked.query = typed;
    if (auto query = asked_query(asked, *answer->response)) log_->record(std::move(*query));
    return answer;
}

}  // namespace schakel
