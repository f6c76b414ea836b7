#include "searchd/answers.hpp"

#include <vector>

#include <fmt/format.h>

#include "searchd/api/problem.hpp"
#include "searchd/request/public_address.hpp"
#include "searchd/request/request_parser.hpp"

namespace schakel {

PageContext page_context(const Call& call, const Settings& settings) {
    PageContext context;
    context.address = public_address(call.request, settings);
    context.language = call.language;
    context.here = std::string{call.path};
    if (!call.request.query.empty()) context.here += "?" + call.request.query;
    return context;
}

Error no_such_route(std::string_view path) {
    return {ErrorCode::not_found,
            {fmt::format("Het adres {} bestaat niet.", path), fmt::format("There is nothing at {}.", path)},
            {}};
}

Error no_such_product(std::string_view id) {
    return {ErrorCode::no_such_product,
            {fmt::format("Er is geen kennisproduct met id {}.", id),
             fmt::format("There is no knowledge product with id {}.", id)},
            {}};
}

std::optional<HttpResponse> refused_parameters(const Call& call) {
    const Text takes_none{"Dit adres heeft geen parameters.", "This address takes no parameters."};
    std::vector<ParameterProblem> problems;
    for (const auto& [name, value] : parse_parameters(call.request.query)) problems.push_back({name, takes_none});
    if (problems.empty()) return std::nullopt;
    return problem_response(problems, call.language);
}

}  // namespace schakel
