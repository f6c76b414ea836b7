#include "searchd/page/form_parameters.hpp"

#include <array>

#include <fmt/format.h>

#include "searchd/page/labels.hpp"
#include "searchd/page/written_text.hpp"

namespace schakel {

QueryParameters filled_in(std::string_view query) {
    QueryParameters parameters = parse_parameters(query);
    std::erase_if(parameters, [](const auto& parameter) { return parameter.second.empty(); });
    return parameters;
}

std::string_view name_of_parameter(std::string_view parameter, Language language) {
    constexpr std::array<std::pair<std::string_view, Phrase>, 6> names{
        {{"zoek", {"Waar zoekt u naar?", "What are you looking for?"}},
         {"vanuitRegio", {"Uw gemeente of regio", "Your municipality or region"}},
         {"lijktOp", {"Lijkt op", "Like"}},
         {"overstijgend", {"Kennis die verbindt", "Knowledge that connects"}},
         {"jaarVan", {"Vanaf", "From"}},
         {"jaarTotEnMet", {"Tot en met", "To"}}}};
    for (const auto& [known, name] : names)
        if (known == parameter) return name.in(language);
    const Field* facet = find_field(parameter);
    return facet != nullptr && facet->kind == FieldKind::facet ? heading_of(facet->id, language) : parameter;
}

std::string_view heading_of_error(ErrorCode code, Language language) {
    if (code == ErrorCode::bad_parameter)
        return Phrase{"Dit kunnen we niet zoeken", "We cannot search for this"}.in(language);
    const ErrorRow& row = row_of(code);
    return Phrase{row.title_nl, row.title_en}.in(language);
}

Error wrong_form(const std::vector<ParameterProblem>& problems) {
    Error error{ErrorCode::bad_parameter, {}, {}};
    for (const ParameterProblem& problem : problems) {
        const std::string_view separator = error.message.empty() ? "" : "\n";
        const auto named = [&](Language language) {
            return fmt::format("{}{}: {}", separator, name_of_parameter(problem.parameter, language),
                               problem.message.in(language));
        };
        error.message.nl += named(Language::dutch);
        error.message.en += named(Language::english);
    }
    return error;
}

}  // namespace schakel
