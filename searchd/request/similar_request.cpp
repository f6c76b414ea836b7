#include "searchd/request/similar_request.hpp"

#include <charconv>

#include <fmt/format.h>

#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr std::string_view count_parameter = "aantal";
constexpr std::size_t usual = 5;
constexpr std::size_t most = 20;

}  // namespace

Checked<std::size_t> parse_similar_request(const QueryParameters& parameters) {
    std::vector<ParameterProblem> problems;
    const auto problem = [&](std::string_view name, Text message) {
        problems.push_back({std::string(name), std::move(message)});
    };
    std::size_t count = usual;
    std::size_t given = 0;
    for (const auto& [name, value] : parameters) {
        if (name != count_parameter) {
            problem(first_invalid_utf8(name) ? "?" : std::string_view(name),
                    {"Deze parameter bestaat niet.", "There is no such parameter."});
            continue;
        }
        const char* past = value.data() + value.size();
        const auto [end, failure] = std::from_chars(value.data(), past, count);
        if (failure != std::errc{} || end != past || count < 1 || count > most)
            problem(name, {fmt::format("Dit is geen getal van 1 tot en met {}.", most),
                           fmt::format("This is not a number from 1 to {}.", most)});
        if (++given == 2)
            problem(name, {"Deze parameter mag maar één keer voorkomen.", "This parameter may occur only once."});
    }
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    return count;
}

}  // namespace schakel
