#include "searchd/api/problem.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "searchd/http/problem_row.hpp"

namespace schakel {

using nlohmann::ordered_json;

namespace {

ordered_json document_of(const ErrorRow& row, const Text& detail, Language language) {
    return problem_document(row.name, row.http_status, language == Language::english ? row.title_en : row.title_nl,
                            detail.in(language));
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
    HttpResponse response = problem_response(document_of(row_of(error.code), to_sentences(error), language), language);
    if (error.code == ErrorCode::overloaded) response.headers.emplace_back("Retry-After", "1");
    return response;
}

HttpResponse problem_response(const std::vector<ParameterProblem>& problems, Language language) {
    ordered_json document = document_of(row_of(ErrorCode::bad_parameter), detail_of(problems), language);
    document["errors"] = ordered_json::array();
    for (const ParameterProblem& problem : problems)
        document["errors"].push_back(
            {{"in", "query"}, {"name", problem.parameter}, {"detail", problem.message.in(language)}});
    return problem_response(document, language);
}

}  // namespace schakel
