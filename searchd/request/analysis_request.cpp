#include <fmt/format.h>

#include "config/utf8.hpp"
#include "searchd/request/request_parser.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_bytes = 10'000;
constexpr std::string_view text_parameter = "tekst";

void check(const std::string& text, std::vector<ParameterProblem>& problems) {
    const auto problem = [&](Text message) { problems.push_back({std::string(text_parameter), std::move(message)}); };
    if (first_invalid_utf8(text)) problem({"De tekst is geen geldige UTF-8.", "The text is not valid UTF-8."});
    if (text.size() > most_bytes)
        problem({fmt::format("De tekst is langer dan {} bytes.", most_bytes),
                 fmt::format("The text is longer than {} bytes.", most_bytes)});
}

}  // namespace

Checked<std::string> parse_analysis_request(const QueryParameters& parameters) {
    std::vector<ParameterProblem> problems;
    std::string text;
    std::size_t given = 0;
    for (const auto& [name, value] : parameters) {
        if (name != text_parameter) {
            problems.push_back({first_invalid_utf8(name) ? "?" : name,
                                {"Deze parameter bestaat niet.", "There is no such parameter."}});
            continue;
        }
        text = value;
        ++given;
    }
    if (given > 1)
        problems.push_back({std::string(text_parameter),
                            {"Deze parameter mag maar één keer voorkomen.", "This parameter may occur only once."}});
    if (text.empty())
        problems.push_back(
            {std::string(text_parameter), {"Geef de tekst die ontleed moet worden.", "Give the text to be analysed."}});
    check(text, problems);
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    return text;
}

}  // namespace schakel
