#include <catch2/catch.hpp>

#include "searchd/api/render_similar.hpp"
#include "searchd/request/similar_request.hpp"

namespace schakel {
namespace {

std::string problems_of(const QueryParameters& parameters) {
    const auto parsed = parse_similar_request(parameters);
    if (parsed) return "";
    std::string all;
    for (const ParameterProblem& problem : parsed.error()) all += problem.parameter + ": " + problem.message.nl + '\n';
    return all;
}

TEST_CASE("how many similar products are asked for") {
    CHECK(parse_similar_request({}) == 5u);
    CHECK(parse_similar_request({{"aantal", "20"}}) == 20u);
    CHECK(problems_of({{"aantal", "21"}}) == "aantal: Dit is geen getal van 1 tot en met 20.\n");
    CHECK(problems_of({{"aantal", "0"}, {"thema", "x"}}) ==
          "aantal: Dit is geen getal van 1 tot en met 20.\nthema: Deze parameter bestaat niet.\n");
    CHECK(problems_of({{"aantal", "3"}, {"aantal", "3"}, {"aantal", "3"}}) ==
          "aantal: Deze parameter mag maar één keer voorkomen.\n");
    CHECK(problems_of({{"\xff", "3"}}) == "?: Deze parameter bestaat niet.\n");
}

TEST_CASE("JSON of similar products: what is not known is absent") {
    SimilarHit known;
    known.record.id = "w/1";
    known.record.title = "Wijkteams & \"meer\"";
    known.record.abstract = "Kort.";
    known.record.of(FieldId::type).push_back({.code = "rapport"});
    known.record.year = 2015;
    known.record.url = "https://voorbeeld.example/1";
    known.common = {"wijkteams", "cliënten"};
    SimilarHit bare;
    bare.record.id = "2";
    const std::vector<SimilarHit> hits{known, bare};
    CHECK(
        render_similar("bron", hits) ==
        R"({"id":"bron","resultaten":[{"id":"w/1","titel":"Wijkteams & \"meer\"","samenvatting":"Kort.","type":"rapport",)"
        R"("jaar":2015,"url":"https://voorbeeld.example/1","overeenkomst":["wijkteams","cliënten"]},)"
        R"({"id":"2","titel":"","overeenkomst":[]}]})");
    CHECK(render_similar("bron", {}) == R"({"id":"bron","resultaten":[]})");
}

}  // namespace
}  // namespace schakel
