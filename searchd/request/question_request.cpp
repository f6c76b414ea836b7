#include "searchd/request/question_request.hpp"

#include <array>

#include "searchd/request/address_parameters.hpp"

namespace schakel {

namespace {

constexpr std::string_view days_parameter = "minimumDagen";
constexpr std::string_view unanswered_parameter = "zonderAntwoord";
constexpr std::array own_parameters{days_parameter, unanswered_parameter};
constexpr std::array<std::string_view, 4> search_parameters{"thema", "regio", "pagina", "perPagina"};

constexpr std::array<std::string_view, 2> truths{"false", "true"};
constexpr int most_days = 3'650;

}  // namespace

Checked<QuestionRequest> parse_question_request(const QueryParameters& parameters, const Installation& installation,
                                                const IndexSnapshot& snapshot) {
    const int fewest_days = installation.settings.query_log.suggest_after;
    AddressParameters given(parameters, own_parameters, search_parameters);
    QuestionRequest request;
    request.least_days = given.number(days_parameter, fewest_days, most_days).value_or(fewest_days);
    request.unanswered = given.choice(unanswered_parameter, truths).value_or(0) == 1;
    const SearchRequest search = given.search(installation, snapshot);
    if (!given.is_right()) return tl::unexpected(given.take_problems());
    request.themes = search.filter(FieldId::theme);
    request.regions = search.filter(FieldId::region);
    request.page = search.page;
    request.per_page = search.per_page;
    request.notices = search.notices;
    return request;
}

}  // namespace schakel
