#include "searchd/request/facet_request.hpp"

#include <algorithm>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/golden/golden.hpp"
#include "tests/searchd/engine/open_index.hpp"

namespace schakel {
namespace {

Checked<FacetRequest> parsed(FieldId facet, std::string_view query) {
    static const IndexSnapshot empty;
    return parse_facet_request(facet, parse_parameters(query), sample_installation(), empty);
}

std::string to_text(const FacetRequest& request) {
    std::string text = fmt::format("facet: {}\n", field(request.facet).name);
    if (!request.contains.empty()) text += fmt::format("bevat: {}\n", request.contains);
    if (request.order) text += request.order == ValueOrder::label ? "sorteer: label\n" : "sorteer: aantal\n";
    if (request.page != 1) text += fmt::format("pagina: {}\n", request.page);
    if (request.per_page) text += fmt::format("perPagina: {}\n", *request.per_page);
    if (!request.search.query.empty()) text += fmt::format("zoek: {}\n", request.search.query);
    for (std::size_t column = 0; column < facet_count; ++column)
        if (const auto& chosen = request.search.filters[column]; !chosen.empty())
            text += fmt::format("{}: {}\n", facet_field(column).name, fmt::join(chosen, " "));
    for (const Text& notice : request.search.notices) text += fmt::format("let op: {}\n", notice.nl);
    return text;
}

/// The first line is the name of the facet, the others are parameters.
std::string request_text(const std::string& input) {
    const std::size_t end = std::min(input.find('\n'), input.size());
    const auto facet = find_facet(input.substr(0, end));
    if (!facet) return to_sentences(facet.error()).nl;
    std::string query = input.substr(end);
    std::replace(query.begin(), query.end(), '\n', '&');
    const auto request = parsed(*facet, query);
    std::string text;
    if (request)
        text = to_text(*request);
    else
        for (const ParameterProblem& problem : request.error())
            text += fmt::format("{}: {}\n", problem.parameter, problem.message.nl);
    if (!text.empty()) text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("a question to a facet is read or every problem is named", "[golden]") {
    CHECK_GOLDEN("request/facet", request_text);
}

TEST_CASE("only the facet asked about is counted") {
    const auto request = parsed(FieldId::organisation, "zoek=wmo&bevat=mo");
    REQUIRE(request);
    CHECK(request->search.facets == std::vector<FieldId>{FieldId::organisation});
    CHECK_FALSE(request->order);
    CHECK_FALSE(request->per_page);
}

TEST_CASE("every facet can be asked about by its name") {
    for (std::size_t column = 0; column < facet_count; ++column)
        CHECK(find_facet(facet_field(column).name).value() == facet_field(column).id);
    CHECK(find_facet("titel").error().code == ErrorCode::not_found);
    CHECK(to_sentences(find_facet("kleur").error()).en.starts_with("There is no facet \"kleur\". Choose from thema,"));
}

TEST_CASE("problems with a question to a facet are told in English too") {
    const auto request = parsed(FieldId::theme, "sorteer=datum&facetten=thema");
    REQUIRE_FALSE(request);
    REQUIRE(request.error().size() == 2);
    CHECK(request.error()[0].message.en == "\"datum\" is not possible; choose aantal or label.");
    CHECK(request.error()[1].message.en ==
          "This parameter has no meaning here: this is about the values of one facet.");
}

}  // namespace schakel
