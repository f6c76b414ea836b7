#include "searchd/query_log/asked_query.hpp"

#include <catch2/catch.hpp>

namespace schakel {
namespace {

TEST_CASE("of a search the words, the filters and the outcome are kept") {
    SearchRequest request;
    request.query = "wijkteams";
    request.filter(FieldId::theme) = {"jeugdhulp", "mantelzorg"};
    request.filter(FieldId::region) = {"PV23"};
    request.year_from = 2015;
    request.year_until = 2020;
    request.from_regions = {"GM0153"};
    SearchResponse response;
    response.total = 12;
    response.words = WordMode::any;
    const auto asked = asked_query(request, response);
    REQUIRE(asked);
    CHECK(asked->text == "wijkteams");
    CHECK(asked->results == 12);
    CHECK_FALSE(asked->all_words);
    CHECK(asked->filters == std::vector<std::string>{"thema=jeugdhulp", "thema=mantelzorg", "regio=PV23",
                                                     "jaarVan=2015", "jaarTotEnMet=2020"});
}

TEST_CASE("a next page, a query being typed and no query are no questions") {
    SearchRequest request;
    request.query = "wijkteams";
    CHECK(asked_query(request, {}));
    request.page = 2;
    CHECK_FALSE(asked_query(request, {}));
    request.page = 1;
    request.typing = true;
    CHECK_FALSE(asked_query(request, {}));
    request.typing = false;
    request.query = "";
    CHECK_FALSE(asked_query(request, {}));
}

}  // namespace
}  // namespace schakel
