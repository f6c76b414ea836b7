#include "searchd/api/problem.hpp"

#include <nlohmann/json.hpp>

namespace schakel {

using nlohmann::ordered_json;

namespace {

ordered_json problem_head(const ErrorRow& row, Language language) {
    return {{"type", "urn:schakel:fout:" + std::string(row.name)},
            {"title", language == Language::english ? row.title_en : row.title_nl},
            {"status", row.http_status}};
}

HttpResponse response_of(const ErrorRow& row, const ordered_json& body) {
    return {row.http_status,
            "application/problem+json",
            body.dump(-1, ' ', false, ordered_json::error_handler_t::replace),
            {}};
}

}  // namespace

HttpResponse problem_response(const Error& error, Language language) {
    const ErrorRow& row = row_of(error.code);
    ordered_json body = problem_head(row, language);
    body["detail"] = to_sentences(error).in(language);
    HttpResponse response = response_of(row, body);
    if (error.code == ErrorCode::overloaded) response.headers.emplace_back("Retry-After", "1");
    return response;
}

HttpResponse problem_response(const std::vector<ParameterProblem>& problems, Language language) {
    const ErrorRow& row = row_of(ErrorCode::bad_parameter);
    ordered_json body = problem_head(row, language);
    body["errors"] = ordered_json::array();
    for (const ParameterProblem& problem : problems)
        body["errors"].push_back(
            {{"in", "query"}, {"name", problem.parameter}, {"detail", problem.message.in(language)}});
    return response_of(row, body);
}

}  // namespace schakel
