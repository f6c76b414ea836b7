#include "searchd/request/suggestion_request.hpp"

#include <catch2/catch.hpp>

namespace schakel {
namespace {

std::string problems_of(const QueryParameters& parameters) {
    const auto parsed = parse_suggestion_request(parameters);
    if (parsed) return "";
    std::string all;
    for (const ParameterProblem& problem : parsed.error()) all += problem.parameter + ": " + problem.message.nl + '\n';
    return all;
}

TEST_CASE("a request for suggestions") {
    const auto parsed =
        parse_suggestion_request({{"zoek", "sociaal wij"}, {"soort", "thema"}, {"soort", "titel"}, {"aantal", "5"}});
    REQUIRE(parsed);
    CHECK(parsed->typed == "sociaal wij");
    CHECK(parsed->limit == 5);
    CHECK(parsed->kinds == std::array{false, true, false, false, false, true});
}

TEST_CASE("without a kind all kinds are asked for, and nothing typed is no mistake") {
    const auto parsed = parse_suggestion_request({{"zoek", ""}});
    REQUIRE(parsed);
    CHECK(parsed->limit == 10);
    CHECK(std::ranges::all_of(parsed->kinds, [](bool kind) { return kind; }));
}

TEST_CASE("everything that is wrong with a request for suggestions is told") {
    CHECK(problems_of({}) == "zoek: Geef in zoek wat er tot nu toe getypt is.\n");
    CHECK(problems_of({{"zoek", "a"}, {"zoek", "b"}, {"aantal", "5"}, {"aantal", "6"}}) ==
          "zoek: Deze parameter mag maar één keer voorkomen.\naantal: Deze parameter mag maar één keer voorkomen.\n");
    CHECK(problems_of({{"zoek", "a"}, {"aantal", "0"}, {"soort", "persoon"}, {"soor", "thema"}}) ==
          "aantal: \"0\" is geen getal van 1 tot en met 50.\n"
          "soort: Er is geen soort \"persoon\"; kies uit vraag, thema, domein, regio, organisatie, titel.\n"
          "soor: Deze parameter bestaat niet. Bedoelde u soort?\n");
    CHECK(problems_of({{"zoek", "\xff"}}) == "zoek: De tekst is geen geldige UTF-8.\n" + problems_of({}));
    CHECK(problems_of({{"zoek", std::string(1'001, 'a')}}) == "zoek: De tekst is langer dan 1000 bytes.\n");
    CHECK(problems_of({{"zoek", "a"}, {"aantal", "51"}}) == "aantal: \"51\" is geen getal van 1 tot en met 50.\n");
    CHECK(problems_of({{"zoek", "a"}, {"aantal", "5x"}}) == "aantal: \"5x\" is geen getal van 1 tot en met 50.\n");
    CHECK(problems_of(QueryParameters(51, {"zoek", "a"})) == "?: Meer dan 50 parameters.\n");
}

}  // namespace
}  // namespace schakel
