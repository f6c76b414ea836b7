#include "searchd/page/links.hpp"

#include <catch2/catch.hpp>

namespace schakel {

namespace {

SearchRequest asked() {
    SearchRequest request;
    request.query = "wmo & jeugd";
    request.filter(FieldId::theme) = {"eenzaamheid", "mantelzorg"};
    request.filter(FieldId::region) = {"PV23"};
    request.year_from = 2010;
    request.region_scheme = "ggd";
    request.sort = SortOrder::date;
    request.page = 3;
    request.per_page = 20;
    return request;
}

SearchRequest asked_from_enschede() {
    SearchRequest request;
    request.query = "wijkt";
    request.typing = true;
    request.from_regions = {"GM0153", "ggd-twente"};
    request.like_municipality = "GM0153";
    request.crossing = Crossing::domain;
    return request;
}

}  // namespace

TEST_CASE("places that go first stay in every address, a crossing is a filter") {
    CHECK(query_string(asked_from_enschede()) ==
          "zoek=wijkt&tijdensTypen=true&overstijgend=domein&vanuitRegio=GM0153&vanuitRegio=ggd-twente&lijktOp=GM0153");
    CHECK(query_string(without_filters(asked_from_enschede())) ==
          "zoek=wijkt&tijdensTypen=true&vanuitRegio=GM0153&vanuitRegio=ggd-twente&lijktOp=GM0153");
    CHECK(without(asked_from_enschede(), &SearchRequest::from_regions).from_regions.empty());
    CHECK(without(asked_from_enschede(), &SearchRequest::like_municipality).like_municipality.empty());
    CHECK(filter_count(asked_from_enschede()) == 1);
}

TEST_CASE("words of a link are finished words") { CHECK_FALSE(with_words(asked_from_enschede(), "wijkteam").typing); }

TEST_CASE("an address holds the whole request and nothing that has its default") {
    CHECK(search_address(SearchRequest{}) == "/");
    CHECK(query_string(asked()) ==
          "zoek=wmo%20%26%20jeugd&thema=eenzaamheid&thema=mantelzorg&regio=PV23&jaarVan=2010"
          "&indeling=ggd&sorteer=datum&pagina=3&perPagina=20");
}

TEST_CASE("removing a filter keeps the rest and returns to the first page") {
    CHECK(query_string(without_filter(asked(), FieldId::theme, "eenzaamheid")) ==
          "zoek=wmo%20%26%20jeugd&thema=mantelzorg&regio=PV23&jaarVan=2010&indeling=ggd&sorteer=datum&perPagina=20");
    CHECK(query_string(without_filters(asked())) == "zoek=wmo%20%26%20jeugd&indeling=ggd&sorteer=datum&perPagina=20");
    CHECK_FALSE(without(asked(), &SearchRequest::year_from).year_from);
    CHECK_FALSE(without(asked_from_enschede(), &SearchRequest::crossing).crossing);
    CHECK(with_sort(asked(), SortOrder::relevance).page == 1);
    CHECK(at_page(asked(), 4).page == 4);
}

TEST_CASE("filters are counted, a year limit as one") {
    CHECK(filter_count(asked()) == 4);
    CHECK(filter_count(SearchRequest{}) == 0);
}

TEST_CASE("the opening page is for a request that asks for nothing") {
    CHECK(asks_nothing(SearchRequest{}));
    CHECK_FALSE(asks_nothing(asked()));
    CHECK(asks_nothing(with_words(without(asked_from_enschede(), &SearchRequest::crossing), "")));
    CHECK_FALSE(asks_nothing(with_sort(SearchRequest{}, SortOrder::title)));
}

TEST_CASE("ids are encoded, and the list one comes from goes along") {
    CHECK(product_address("a/b c", "") == "/kennisproducten/a%2Fb%20c");
    CHECK(product_address("a", "zoek=wmo") == "/kennisproducten/a?zoek=wmo");
}

TEST_CASE("only web addresses become links") {
    CHECK(safe_address("https://www.voorbeeld.nl/") == "https://www.voorbeeld.nl/");
    CHECK(safe_address("HTTP://voorbeeld.nl") == "HTTP://voorbeeld.nl");
    CHECK(safe_address("javascript:alert(1)").empty());
    CHECK(safe_address("https://").empty());
    CHECK(safe_address("//voorbeeld.nl").empty());
}

}  // namespace schakel
