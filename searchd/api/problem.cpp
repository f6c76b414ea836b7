#include "searchd/api/problem.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "searchd/api/api_response.hpp"

namespace schakel {

using nlohmann::ordered_json;

namespace {

ordered_json problem_head(const ErrorRow& row, Language language) {
    return {{"type", "urn:schakel:fout:" + std::string(row.name)},
            {"title", language == Language::english ? row.title_en : row.title_nl},
            {"status", row.http_status}};
}

HttpResponse response_of(const ErrorRow& row, const ordered_json& body, Language language) {
    HttpResponse response{row.http_status,
                          "application/problem+json",
                          body.dump(-1, ' ', false, ordered_json::error_handler_t::replace),
                          {},
                          {}};
    add_content_language(response, language);
    return response;
}

/// Each wrong parameter once, in the order of their problems: "perPagina, tema".
std::string names_of(const std::vector<ParameterProblem>& problems) {
    std::vector<std::string_view> names;
    for (const ParameterProblem& problem : problems)
        if (std::find(names.begin(), names.end(), problem.parameter) == names.end()) names.push_back(problem.parameter);
    return fmt::format("{}", fmt::join(names, ", "));
}

/// For who shows one sentence and no list.
Text detail_of(const std::vector<ParameterProblem>& problems) {
    if (problems.size() == 1) {
        const auto& [name, message] = problems.front();
        return {fmt::format("De parameter {} klopt niet: {}", name, message.nl),
                fmt::format("The parameter {} is not right: {}", name, message.en)};
    }
    const std::string names = names_of(problems);
    return {fmt::format("Er klopt iets niet aan: {}. Bij errors staat per parameter wat.", names),
            fmt::format("Something is not right with: {}. What it is, is told under errors.", names)};
}

}  // namespace

HttpResponse problem_response(const Error& error, Language language) {
    const ErrorRow& row = row_of(error.code);
    ordered_json body = problem_head(row, language);
    body["detail"] = to_sentences(error).in(language);
    HttpResponse response = response_of(row, body, language);
    if (error.code == ErrorCode::overloaded) response.headers.emplace_back("Retry-After", "1");
    return response;
}

HttpResponse problem_response(const std::vector<ParameterProblem>& problems, Language language) {
    const ErrorRow& row = row_of(ErrorCode::bad_parameter);
    ordered_json body = problem_head(row, language);
    body["detail"] = detail_of(problems).in(language);
    body["errors"] = ordered_json::array();
    for (const ParameterProblem& problem : problems)
        body["errors"].push_back(
            {{"in", "query"}, {"name", problem.parameter}, {"detail", problem.message.in(language)}});
    return response_of(row, body, language);
}

}  // namespace schakel
