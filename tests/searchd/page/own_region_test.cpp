#include <catch2/catch.hpp>

#include "tests/searchd/page/sample_answers.hpp"

namespace schakel {

namespace {

SearchRequest asked_from(std::vector<std::string> regions) {
    SearchRequest request;
    request.query = "wmo";
    request.from_regions = std::move(regions);
    return request;
}

std::string page_of(const SearchRequest& request) { return page_renderer().search_page(request, sample_response(3)); }

bool shows_region(const SearchRequest& request, const std::string& name) {
    return holds(page_of(request), "name=\"vanuitRegio\" value=\"" + name + "\" list=\"regios\"");
}

}  // namespace

TEST_CASE("the field holds the reader's region as it is read back") {
    CHECK(shows_region(asked_from({}), ""));
    CHECK(shows_region(asked_from({"GM0153"}), "Enschede"));
    CHECK(shows_region(asked_from({"PV26"}), "provincie Utrecht"));
    CHECK(shows_region(asked_from({"GM0344"}), "gemeente Utrecht"));
    CHECK(shows_region(asked_from({"geen-regio"}), "geen-regio"));
}

TEST_CASE("the field offers municipalities and regions by names that lead to one place") {
    const std::string page = page_of(asked_from({}));
    CHECK(holds(page, "<option value=\"Enschede\">"));
    CHECK(holds(page, "<option value=\"provincie Utrecht\">"));
    CHECK(holds(page, "<option value=\"GGD Twente\">"));
    CHECK_FALSE(holds(page, "<option value=\"Utrecht\">"));
    CHECK_FALSE(holds(page, "<option value=\"Haren\">"));
}

TEST_CASE("the region is a chip that can be removed and forgotten, and is no filter") {
    const std::string page = page_of(asked_from({"GM0153"}));
    CHECK(holds(page,
                "<a class=\"chip preference\" href=\"/?zoek=wmo\" data-live data-forget-region>"
                "<span class=\"read-aloud\">Verwijder: </span>Dicht bij Enschede eerst"));
    CHECK_FALSE(holds(visible_text(page), "gekozen)"));
    CHECK_FALSE(holds(page_of(asked_from({})), "data-forget-region"));
}

TEST_CASE("a municipality of the past stands for those that took its place") {
    const SearchRequest request = asked_from({"GM0017", "GM0014"});
    CHECK(shows_region(request, "Haren"));
    CHECK(holds(page_of(request), "Dicht bij Haren (gemeente tot 2018) eerst"));
    CHECK_FALSE(holds(page_of(request), "type=\"hidden\" name=\"vanuitRegio\""));
}

TEST_CASE("a second region goes along with the form unseen in the field, and is named in the chip") {
    const SearchRequest request = asked_from({"GM0153", "PV26"});
    CHECK(shows_region(request, "Enschede"));
    CHECK(holds(page_of(request), "<input type=\"hidden\" name=\"vanuitRegio\" value=\"PV26\">"));
    CHECK(holds(page_of(request), "Dicht bij Enschede en Utrecht (provincie) eerst"));
}

TEST_CASE("every link of the page keeps the region") {
    const std::string page = page_of(asked_from({"GM0153"}));
    CHECK(holds(page, "?zoek=wmo&amp;vanuitRegio=GM0153&amp;sorteer=datum\""));
    CHECK(holds(page, "href=\"/kennisproducten/netwerk%2Ftwente%201?zoek=wmo&amp;vanuitRegio=GM0153\""));
    SearchRequest opening = asked_from({"GM0153"});
    opening.query.clear();
    CHECK(holds(page_of(opening), "href=\"/?schaal=lokaal&amp;vanuitRegio=GM0153\""));
    CHECK(shows_region(opening, "Enschede"));
}

TEST_CASE("likeness is offered for the reader's own municipality only") {
    const std::string offered = page_of(asked_from({"GM0153"}));
    CHECK(holds(offered,
                "name=\"lijktOp\" value=\"GM0153\" form=\"zoeken\"><span class=\"value-label\">"
                "Kennis uit gemeenten zoals Enschede eerst"));
    CHECK_FALSE(holds(page_of(asked_from({"PV26"})), "name=\"lijktOp\""));
    CHECK_FALSE(holds(page_of(asked_from({})), "name=\"lijktOp\""));
    SearchRequest chosen = asked_from({"GM0153"});
    chosen.like_municipality = "GM0344";
    const std::string page = page_of(chosen);
    CHECK(holds(page, "name=\"lijktOp\" value=\"GM0344\" form=\"zoeken\" checked>"));
    CHECK(holds(page,
                "href=\"/?zoek=wmo&amp;vanuitRegio=GM0153\" data-live><span class=\"read-aloud\">Verwijder: "
                "</span>Gemeenten zoals Utrecht eerst"));
}

TEST_CASE("the opening page sends what cannot be seen there") {
    SearchRequest request = asked_from({});
    request.query.clear();
    request.like_municipality = "GM0153";
    CHECK(holds(page_of(request), "<input type=\"hidden\" name=\"lijktOp\" value=\"GM0153\">"));
}

TEST_CASE("knowledge that joins sectors or domains is one choice of three") {
    SearchRequest request = asked_from({});
    CHECK(holds(page_of(request), "name=\"overstijgend\" value=\"\" form=\"zoeken\" checked>"));
    request.crossing = Crossing::domain;
    const std::string page = page_of(request);
    CHECK(holds(page, "name=\"overstijgend\" value=\"domein\" form=\"zoeken\" checked>"));
    CHECK(holds(page, "name=\"overstijgend\" value=\"sector\" form=\"zoeken\"><"));
    CHECK(holds(page,
                "href=\"/?zoek=wmo\" data-live><span class=\"read-aloud\">Verwijder filter: </span>"
                "Over sociaal én fysiek domein"));
}

}  // namespace schakel
