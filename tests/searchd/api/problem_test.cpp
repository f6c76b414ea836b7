#include "searchd/api/problem.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace schakel {

using nlohmann::json;

TEST_CASE("every error has an answer of its own kind") {
    for (const ErrorRow& row : error_table()) {
        const HttpResponse response =
            problem_response({row.code, {"Wat er is.", "What is wrong."}, {}}, Language::dutch);
        const json body = json::parse(response.body);
        INFO(row.name);
        CHECK(response.status == row.http_status);
        CHECK(response.content_type == "application/problem+json");
        CHECK(body["type"] == "urn:schakel:fout:" + std::string(row.name));
        CHECK(body["title"] == row.title_nl);
        CHECK(body["status"] == row.http_status);
        CHECK(body["detail"] == "Wat er is.");
    }
}

TEST_CASE("an error tells what to do, in the language asked for") {
    const Error error{
        ErrorCode::overloaded, {"Het is druk.", "It is busy."}, {"Probeer het later.", "Try again later."}};
    CHECK(json::parse(problem_response(error, Language::dutch).body)["detail"] == "Het is druk. Probeer het later.");
    const json english = json::parse(problem_response(error, Language::english).body);
    CHECK(english["detail"] == "It is busy. Try again later.");
    CHECK(english["title"] == row_of(ErrorCode::overloaded).title_en);
}

TEST_CASE("every parameter that is wrong is listed") {
    const std::vector<ParameterProblem> problems{{"pagina", {"Geen getal.", "No number."}},
                                                 {"zok", {"Bestaat niet.", "Unknown."}}};
    const HttpResponse response = problem_response(problems, Language::dutch);
    CHECK(response.status == 400);
    const json body = json::parse(response.body);
    CHECK(body["errors"] == json::array({{{"in", "query"}, {"name", "pagina"}, {"detail", "Geen getal."}},
                                         {{"in", "query"}, {"name", "zok"}, {"detail", "Bestaat niet."}}}));
    CHECK(body["detail"] == "Er klopt iets niet aan: pagina, zok. Bij errors staat per parameter wat.");
    CHECK(json::parse(problem_response(problems, Language::english).body)["errors"][1]["detail"] == "Unknown.");
}

TEST_CASE("one wrong parameter is told in one sentence, and a parameter is named once") {
    const std::vector<ParameterProblem> one{{"pagina", {"Geen getal.", "No number."}}};
    CHECK(json::parse(problem_response(one, Language::english).body)["detail"] ==
          "The parameter pagina is not right: No number.");
    const std::vector<ParameterProblem> twice{{"thema", {"Niet a.", "Not a."}}, {"thema", {"Niet b.", "Not b."}}};
    CHECK(json::parse(problem_response(twice, Language::dutch).body)["detail"] ==
          "Er klopt iets niet aan: thema. Bij errors staat per parameter wat.");
}

TEST_CASE("a problem says in which language it is told") {
    const std::vector<ParameterProblem> problems{{"pagina", {"Geen getal.", "No number."}}};
    using Headers = HttpHeaders;
    CHECK(problem_response(problems, Language::english).headers == Headers{{"Content-Language", "en"}});
    CHECK(problem_response(Error{ErrorCode::not_found, {"Weg.", "Gone."}, {}}, Language::dutch).headers ==
          Headers{{"Content-Language", "nl"}});
}

TEST_CASE("a parameter that is no UTF-8 can be reported") {
    const std::vector<ParameterProblem> problems{{"\xFF", {"Fout \xFF", "Wrong \xFF"}}};
    CHECK(json::parse(problem_response(problems, Language::dutch).body)["errors"].size() == 1);
}

}  // namespace schakel
