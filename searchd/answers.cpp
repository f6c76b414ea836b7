#include "searchd/answers.hpp"

#include <fmt/format.h>

#include "searchd/request/public_address.hpp"

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

std::vector<ParameterProblem> unwanted_parameters(const HttpRequest& request, const Text& message) {
    std::vector<ParameterProblem> problems;
    for (const auto& [name, value] : parse_parameters(request.query)) problems.push_back({name, message});
    return problems;
}

}  // namespace schakel
