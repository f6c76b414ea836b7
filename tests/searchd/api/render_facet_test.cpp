#include "searchd/api/render_facet.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace schakel {

using nlohmann::ordered_json;

TEST_CASE("the values of a facet as JSON") {
    FacetRequest request;
    request.facet = FieldId::region;
    request.contains = "den ha";
    request.search.query = "jeugd";
    FacetValues values;
    values.facet = FieldId::region;
    values.total = 31;
    values.hits = 5;
    values.page = 2;
    values.per_page = 1;
    values.values = {{"GM0518",
                      {"'s-Gravenhage", "The Hague"},
                      2,
                      FacetStatus::chosen,
                      {{"PV28", {"Zuid-Holland", "South"}}},
                      "Den Haag"}};
    values.notices = {{"Let op.", "Mind."}};
    CHECK(render_facet(request, values, Language::dutch) ==
          R"({"facet":"regio","zoek":"jeugd","bevat":"den ha","aantal":31,"producten":5,"pagina":2,"perPagina":1,)"
          R"("waarden":[{"code":"GM0518","label":"'s-Gravenhage","aantal":2,"status":"gekozen",)"
          R"("ouders":[{"code":"PV28","label":"Zuid-Holland"}],"gevondenOp":"Den Haag"}],"meldingen":["Let op."]})");
    const auto english = ordered_json::parse(render_facet(request, values, Language::english));
    CHECK(english["waarden"][0]["label"] == "The Hague");
    CHECK(english["waarden"][0]["ouders"][0]["label"] == "South");
    CHECK(english["meldingen"][0] == "Mind.");
}

TEST_CASE("a facet without values is an empty list, and what is not known is left out") {
    const auto json = ordered_json::parse(render_facet({}, {}, Language::dutch));
    CHECK(json["waarden"].empty());
    CHECK(json["meldingen"].is_array());
    CHECK_FALSE(json.contains("bevat"));
}

}  // namespace schakel
