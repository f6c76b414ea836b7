#include "searchd/request/suggestion_request.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/nearest.hpp"
#include "config/utf8.hpp"
#include "searchd/query/typed_text.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_bytes = 1'000;
constexpr std::size_t most_suggestions = 50;
constexpr std::array<std::string_view, 3> names{"zoek", "aantal", "soort"};

/// Gathers values and problems while parameter after parameter is read.
class SuggestionRequestReader {
public:
    void read(const std::string& name, const std::string& value) {
        if (first_invalid_utf8(name) || first_invalid_utf8(value))
            return problem(first_invalid_utf8(name) ? "?" : name,
                           {"De tekst is geen geldige UTF-8.", "The text is not valid UTF-8."});
        if (name == "zoek") return set_typed(value);
        if (name == "aantal") return set_limit(value);
        if (name == "soort") return add_kind(value);
        refuse_unknown(name);
    }

    Checked<SuggestionRequest> finish() {
        if (times_typed_ == 0)
            problem("zoek", {"Geef in zoek wat er tot nu toe getypt is.", "Give in zoek what was typed so far."});
        if (times_typed_ > 1) problem("zoek", once);
        if (times_limit_ > 1) problem("aantal", once);
        if (!problems_.empty()) return tl::unexpected(std::move(problems_));
        return std::move(request_);
    }

private:
    void problem(std::string_view name, Text message) { problems_.push_back({std::string(name), std::move(message)}); }

    void set_typed(const std::string& value) {
        request_.typed = without_control_characters(value);
        ++times_typed_;
        if (value.size() > most_bytes)
            problem("zoek", {fmt::format("De tekst is langer dan {} bytes.", most_bytes),
                             fmt::format("The text is longer than {} bytes.", most_bytes)});
    }

    void set_limit(const std::string& value) {
        ++times_limit_;
        const char* past = value.data() + value.size();
        const auto [end, failure] = std::from_chars(value.data(), past, request_.limit);
        if (failure == std::errc{} && end == past && request_.limit >= 1 && request_.limit <= most_suggestions) return;
        problem("aantal", {fmt::format("\"{}\" is geen getal van 1 tot en met {}.", value, most_suggestions),
                           fmt::format("\"{}\" is not a number from 1 to {}.", value, most_suggestions)});
    }

    void add_kind(const std::string& value) {
        const auto known = std::ranges::find(suggestion_kind_names, value);
        if (known == suggestion_kind_names.end()) {
            const std::string all = fmt::format("{}", fmt::join(suggestion_kind_names, ", "));
            return problem("soort", {fmt::format("Er is geen soort \"{}\"; kies uit {}.", value, all),
                                     fmt::format("There is no kind \"{}\"; choose from {}.", value, all)});
        }
        if (!std::exchange(kinds_given_, true)) request_.kinds.fill(false);
        request_.kinds[static_cast<std::size_t>(known - suggestion_kind_names.begin())] = true;
    }

    void refuse_unknown(const std::string& name) {
        const auto near = nearest(name, std::vector<std::string_view>(names.begin(), names.end()));
        if (near)
            problem(name, {fmt::format("Deze parameter bestaat niet. Bedoelde u {}?", *near),
                           fmt::format("There is no such parameter. Did you mean {}?", *near)});
        else
            problem(name, {"Deze parameter bestaat niet.", "There is no such parameter."});
    }

    const Text once{"Deze parameter mag maar één keer voorkomen.", "This parameter may occur only once."};
    SuggestionRequest request_;
    std::vector<ParameterProblem> problems_;
    std::size_t times_typed_ = 0;
    std::size_t times_limit_ = 0;
    bool kinds_given_ = false;
};

}  // namespace

Checked<SuggestionRequest> parse_suggestion_request(const QueryParameters& parameters) {
    constexpr std::size_t most_parameters = 50;
    if (parameters.size() > most_parameters)
        return tl::unexpected(
            std::vector<ParameterProblem>{{"?",
                                           {fmt::format("Meer dan {} parameters.", most_parameters),
                                            fmt::format("More than {} parameters.", most_parameters)}}});
    SuggestionRequestReader reader;
    for (const auto& [name, value] : parameters) reader.read(name, value);
    return reader.finish();
}

}  // namespace schakel
