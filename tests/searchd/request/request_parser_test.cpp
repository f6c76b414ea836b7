#include "searchd/request/request_parser.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/golden/golden.hpp"
#include "tests/searchd/engine/open_index.hpp"

namespace schakel {
namespace {

Checked<SearchRequest> parsed(std::string_view query) {
    static const IndexSnapshot empty;
    return parse_search_request(parse_parameters(query), sample_installation(), empty);
}

std::string_view name_of(SortOrder order) {
    static constexpr std::array<std::string_view, 3> names{"relevantie", "datum", "titel"};
    return names[static_cast<std::size_t>(order)];
}

/// What differs from a request without parameters, a line per fact.
std::string to_text(const SearchRequest& request) {
    const SearchRequest plain;
    std::string text;
    const auto add = [&](std::string_view name, const std::string& value) {
        text += fmt::format("{}: {}\n", name, value);
    };
    if (!request.query.empty()) add("zoek", request.query);
    for (std::size_t column = 0; column < facet_count; ++column)
        if (!request.filters[column].empty())
            add(facet_field(column).name, fmt::format("{}", fmt::join(request.filters[column], " ")));
    if (request.year_from) add("jaarVan", std::to_string(*request.year_from));
    if (request.year_until) add("jaarTotEnMet", std::to_string(*request.year_until));
    if (request.region_scheme != plain.region_scheme) add("indeling", request.region_scheme);
    if (request.page != plain.page) add("pagina", std::to_string(request.page));
    if (request.per_page != plain.per_page) add("perPagina", std::to_string(request.per_page));
    if (request.sort != plain.sort) add("sorteer", std::string(name_of(request.sort)));
    if (request.facets.size() != facet_count) {
        std::vector<std::string_view> names;
        for (const FieldId facet : request.facets) names.push_back(field(facet).name);
        add("facetten", fmt::format("{}", fmt::join(names, " ")));
    }
    if (!request.from_regions.empty()) add("vanuitRegio", fmt::format("{}", fmt::join(request.from_regions, " ")));
    if (!request.like_municipality.empty()) add("lijktOp", request.like_municipality);
    if (request.crossing) add("overstijgend", *request.crossing == Crossing::sector ? "sector" : "domein");
    if (request.explain) add("uitleg", "true");
    if (request.typing) add("tijdensTypen", "true");
    if (!request.synonyms) add("synoniemen", "false");
    for (const Text& notice : request.notices) add("let op", notice.nl);
    return text.empty() ? "zonder bijzonderheden\n" : text;
}

/// The input is a query string, its parameters on lines of their own.
std::string request_text(const std::string& input) {
    std::string query = input;
    std::replace(query.begin(), query.end(), '\n', '&');
    const auto request = parsed(query);
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

TEST_CASE("a request is read or every problem is named", "[golden]") { CHECK_GOLDEN("request", request_text); }

TEST_CASE("without parameters everything is asked for, all facets counted") {
    const auto request = parsed("");
    REQUIRE(request);
    CHECK(request->query.empty());
    CHECK(request->page == 1);
    CHECK(request->per_page == 10);
    CHECK(request->sort == SortOrder::relevance);
    CHECK(request->region_scheme == "provincie");
    CHECK(request->facets.size() == facet_count);
    CHECK(request->notices.empty());
}

TEST_CASE("every facet of the field table is a filter, by its example") {
    for (std::size_t column = 0; column < facet_count; ++column) {
        const Field& facet = facet_field(column);
        INFO(facet.example);
        const auto request = parsed(facet.example);
        REQUIRE(request);
        CHECK(request->filters[column] ==
              std::vector<std::string>{std::string(facet.example.substr(facet.name.size() + 1))});
    }
}

TEST_CASE("problems are told in English too") {
    const auto request = parsed("zok=x&perPagina=500");
    REQUIRE_FALSE(request);
    REQUIRE(request.error().size() == 2);
    CHECK(request.error()[0].message.en == "There is no such parameter. Did you mean zoek?");
    CHECK(request.error()[1].message.en == "\"500\" is not a number from 1 to 100.");
}

TEST_CASE("more parameters than anyone types are refused at once") {
    std::string query;
    for (int i = 0; i < 201; ++i) query += "&thema=eenzaamheid";
    const auto request = parsed(query);
    REQUIRE_FALSE(request);
    REQUIRE(request.error().size() == 1);
    CHECK(request.error()[0].message.nl == "Meer dan 200 parameters.");
    CHECK(parsed(query.substr(0, query.rfind('&'))));
}

TEST_CASE("an organisation outside the authority file is known when the index has it") {
    IndexDocument document = document_of_words("a", {"zorg", "", "", "", ""});
    document.facets[static_cast<std::size_t>(field(FieldId::organisation).column)] = {
        {"club-voor-de-buurt", "Club voor de buurt"}};
    const OpenIndex index({{document}});
    const auto parameters = parse_parameters("organisatie=club-voor-de-buurt&organisatie=Movisie");
    const auto request = parse_search_request(parameters, sample_installation(), index.snapshot());
    REQUIRE(request);
    CHECK(request->filter(FieldId::organisation) == std::vector<std::string>{"club-voor-de-buurt", "movisie"});
    CHECK_FALSE(parsed("organisatie=club-voor-de-buurt"));
}

}  // namespace schakel
