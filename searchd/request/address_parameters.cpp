#include "searchd/request/address_parameters.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/nearest.hpp"
#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_parameters = 200;

bool has(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

AddressParameters::AddressParameters(const QueryParameters& parameters, Names own, Names of_search) {
    if (parameters.size() > most_parameters) {
        problem("?", {fmt::format("Meer dan {} parameters.", most_parameters),
                      fmt::format("More than {} parameters.", most_parameters)});
        return;
    }
    for (const auto& [name, value] : parameters) {
        if (first_invalid_utf8(name) || first_invalid_utf8(value))
            problem(first_invalid_utf8(name) ? "?" : name,
                    {"De tekst is geen geldige UTF-8.", "The text is not valid UTF-8."});
        else if (has(of_search, name))
            of_search_.emplace_back(name, value);
        else if (!has(own, name))
            refuse(name, own, of_search);
        else if (text(name))
            problem(name, {"Deze parameter mag maar één keer voorkomen.", "This parameter may occur only once."});
        else
            own_.emplace_back(name, value);
    }
}

void AddressParameters::refuse(const std::string& name, Names own, Names of_search) {
    std::vector<std::string_view> known(own.begin(), own.end());
    known.insert(known.end(), of_search.begin(), of_search.end());
    if (const auto near = nearest(name, known))
        return problem(name, {fmt::format("Deze parameter bestaat niet. Bedoelde u {}?", *near),
                              fmt::format("There is no such parameter. Did you mean {}?", *near)});
    problem(name, {fmt::format("Deze parameter bestaat hier niet; wel {}.", fmt::join(known, ", ")),
                   fmt::format("There is no such parameter here; there are {}.", fmt::join(known, ", "))});
}

void AddressParameters::problem(std::string_view name, Text message) {
    problems_.push_back({std::string(name), std::move(message)});
}

std::optional<std::string> AddressParameters::text(std::string_view name) const {
    const auto found = std::find_if(own_.begin(), own_.end(), [&](const auto& given) { return given.first == name; });
    return found == own_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> AddressParameters::choice(std::string_view name, Names choices) {
    const auto given = text(name);
    if (!given) return std::nullopt;
    const auto found = std::find(choices.begin(), choices.end(), *given);
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    problem(name, {fmt::format("\"{}\" kan niet; kies uit {}.", *given, fmt::join(choices, ", ")),
                   fmt::format("\"{}\" is not possible; choose from {}.", *given, fmt::join(choices, ", "))});
    return std::nullopt;
}

std::optional<int> AddressParameters::number(std::string_view name, int least, int most) {
    const auto given = text(name);
    if (!given) return std::nullopt;
    int parsed = 0;
    const char* past = given->data() + given->size();
    const auto [end, failure] = std::from_chars(given->data(), past, parsed);
    if (failure == std::errc{} && end == past && parsed >= least && parsed <= most) return parsed;
    problem(name, {fmt::format("\"{}\" is geen getal van {} tot en met {}.", *given, least, most),
                   fmt::format("\"{}\" is not a number from {} to {}.", *given, least, most)});
    return std::nullopt;
}

std::vector<std::string> AddressParameters::values(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [given, value] : of_search_)
        if (given == name) values.push_back(value);
    return values;
}

SearchRequest AddressParameters::search(const Installation& installation, const IndexSnapshot& snapshot) {
    auto request = parse_search_request(of_search_, installation, snapshot);
    if (!request) {
        problems_.insert(problems_.end(), request.error().begin(), request.error().end());
        return {};
    }
    request->facets.clear();
    return std::move(*request);
}

}  // namespace schakel
