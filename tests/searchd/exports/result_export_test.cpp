#include "searchd/exports/result_export.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "searchd/exports/citation_files.hpp"
#include "tests/searchd/exports/read_csv.hpp"
#include "tests/searchd/exports/small_site.hpp"

namespace schakel {
namespace {

using Ids = std::vector<std::string>;

const SmallSite& site() {
    static const SmallSite site(40);
    return site;
}

/// The last column of a table is the id.
Ids ids_in(const HttpResponse& table, char separator = ';') {
    REQUIRE(table.status == 200);
    Ids ids;
    for (const auto& row : read_csv(std::string_view(table.body).substr(3), separator)) ids.push_back(row.back());
    REQUIRE_FALSE(ids.empty());
    CHECK(ids.front() == "Id");
    ids.erase(ids.begin());
    return ids;
}

Ids ids_in_ris(const HttpResponse& ris) {
    REQUIRE(ris.status == 200);
    Ids ids;
    for (std::size_t at = ris.body.find("ID  - "); at != std::string::npos; at = ris.body.find("ID  - ", at + 1))
        ids.push_back(ris.body.substr(at + 6, ris.body.find("\r\n", at) - at - 6));
    return ids;
}

nlohmann::json problems(const HttpResponse& response) {
    CHECK(response.status == 400);
    CHECK(response.content_type == "application/problem+json");
    return nlohmann::json::parse(response.body)["errors"];
}

}  // namespace

TEST_CASE("an export has what the search finds, in its order, whatever page was looked at") {
    for (const std::string query : {"zoek=wijkteam+ouderen", "zoek=mantelzorg&sorteer=titel", "thema=mantelzorg", ""}) {
        INFO(query);
        const Ids expected = site().found(query + "&perPagina=100");
        CHECK_FALSE(expected.empty());
        const HttpResponse table = site().ask(answer_csv_export, query + "&pagina=2&perPagina=5");
        CHECK(ids_in(table) == expected);
        CHECK(ids_in_ris(site().ask(answer_ris_export, query)) == expected);
        CHECK(header_of(table, "Schakel-Gevonden") == std::to_string(expected.size()));
        CHECK(header_of(table, "Schakel-Opgenomen") == std::to_string(expected.size()));
    }
}

TEST_CASE("a table says what it is and what it is called") {
    const HttpResponse table = site().ask(answer_csv_export, "zoek=wijkteam&thema=mantelzorg");
    CHECK(table.content_type == "text/csv; charset=utf-8; header=present");
    CHECK(header_of(table, "Content-Disposition") ==
          "attachment; filename=\"schakel-wijkteam-thema-mantelzorg.csv\"; "
          "filename*=UTF-8''Schakel%20wijkteam%2C%20thema%20mantelzorg.csv");
    const HttpResponse ris = site().ask(answer_ris_export, "");
    CHECK(ris.content_type == "application/x-research-info-systems; charset=utf-8");
    CHECK(header_of(ris, "Content-Disposition").find("\"schakel.ris\"") != std::string::npos);
}

TEST_CASE("a file for a reader of English is in English, its name too") {
    const HttpResponse table = site().ask(answer_csv_export, "zoek=wijkteam&thema=mantelzorg", "", Language::english);
    CHECK(table.body.find("\"Title\";\"Type\"") != std::string::npos);
    CHECK(table.body.find("https://zoek.example.org/en/kennisproducten/") != std::string::npos);
    CHECK(header_of(table, "Content-Disposition").find("schakel-wijkteam-theme-unpaid-care.csv") != std::string::npos);
    const HttpResponse selection = site().ask(answer_csv_export, "id=product-7", "", Language::english);
    CHECK(header_of(selection, "Content-Disposition").find("schakel-selection.csv") != std::string::npos);
    const HttpResponse ris = site().ask(answer_ris, "", "product-2", Language::english);
    CHECK(ris.body.find("UR  - https://zoek.example.org/en/kennisproducten/product-2\r\n") != std::string::npos);
}

TEST_CASE("cells are divided by what was asked for") {
    const Ids all = site().found("perPagina=100");
    CHECK(ids_in(site().ask(answer_csv_export, "scheidingsteken=komma"), ',') == all);
    CHECK(ids_in(site().ask(answer_csv_export, "scheidingsteken=puntkomma"), ';') == all);
    CHECK(problems(site().ask(answer_ris_export, "scheidingsteken=komma"))[0]["name"] == "scheidingsteken");
}

TEST_CASE("a selection is exported in the order asked for, each product once") {
    const HttpResponse table = site().ask(answer_csv_export, "id=product-7&id=product-2&id=product-7");
    CHECK(ids_in(table) == Ids{"product-7", "product-2"});
    CHECK(header_of(table, "Content-Disposition").find("schakel-selectie.csv") != std::string::npos);
    CHECK(ids_in_ris(site().ask(answer_ris_export, "id=product-3")) == Ids{"product-3"});
}

TEST_CASE("a selection with products that are not there names them") {
    const HttpResponse refused = site().ask(answer_csv_export, "id=product-1&id=weg&id=ook+weg");
    CHECK(refused.status == 404);
    CHECK(nlohmann::json::parse(refused.body)["detail"] ==
          "Van de selectie bestaan deze kennisproducten niet: weg, ook weg. Laat ze weg en probeer het opnieuw.");
}

TEST_CASE("every problem of an export is named") {
    const auto found = problems(site().ask(answer_csv_export, "zok=x&perPagina=0&scheidingsteken=tab"));
    REQUIRE(found.size() == 3);
    CHECK(found[0]["detail"] == "\"tab\" kan niet; kies puntkomma of komma.");
    CHECK(found[1]["detail"] == "Deze parameter bestaat niet. Bedoelde u zoek?");
    CHECK(found[2]["name"] == "perPagina");
    CHECK(problems(site().ask(answer_csv_export, "scheidingsteken=komma&scheidingsteken=komma")).size() == 1);
    CHECK(problems(site().ask(answer_csv_export, "id="))[0]["detail"] == "De waarde is leeg.");
    CHECK(problems(site().ask(answer_csv_export, "id=a&zoek=b"))[0]["detail"] ==
          "Deze parameter gaat niet samen met id.");
    CHECK(problems(site().ask(answer_csv_export, "id=%C3")).size() == 1);
    std::string many;
    for (int i = 0; i < 201; ++i) many += fmt::format("id={}&", i);
    CHECK(problems(site().ask(answer_csv_export, many))[0]["detail"] ==
          "Een selectie heeft ten hoogste 200 producten.");
}

TEST_CASE("an export stops at a thousand products and says so") {
    const SmallSite large(1'003);
    const HttpResponse table = large.ask(answer_csv_export, "");
    CHECK(ids_in(table).size() == 1'000);
    CHECK(header_of(table, "Schakel-Gevonden") == "1003");
    CHECK(header_of(table, "Schakel-Opgenomen") == "1000");
}

TEST_CASE("one product for a reference manager") {
    const HttpResponse ris = site().ask(answer_ris, "", "product-2");
    CHECK(ids_in_ris(ris) == Ids{"product-2"});
    CHECK(
        header_of(ris, "Content-Disposition").starts_with("attachment; filename=\"eenzaamheid-onder-ouderen-2.ris\""));
    const HttpResponse bibtex = site().ask(answer_bibtex, "", "product-2");
    CHECK(bibtex.content_type == "application/x-bibtex; charset=utf-8");
    CHECK(bibtex.body.find("url = {https://zoek.example.org/kennisproducten/product-2}") != std::string::npos);
    CHECK(site().ask(answer_ris, "", "weg").status == 404);
    CHECK(problems(site().ask(answer_bibtex, "a=1&b=2", "product-2")).size() == 2);
}

}  // namespace schakel
