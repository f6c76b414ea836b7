#include "searchd/evaluation/query_set.hpp"

#include <catch2/catch.hpp>

using namespace schakel;

namespace {

std::string complaint(std::string_view text) {
    const auto queries = parse_queries("zoekvragen.tsv", text);
    return queries ? "" : queries.error().message.nl;
}

}  // namespace

TEST_CASE("queries are read with and without class") {
    const auto queries = parse_queries("q", "# uitleg\nq1\tjeugd zorg\tcompound\r\n\nq2\t#kind \"een ouder\"\n");
    REQUIRE(queries);
    REQUIRE(queries->size() == 2);
    CHECK(queries->front().id == "q1");
    CHECK(queries->front().text == "jeugd zorg");
    CHECK(queries->front().query_class == "compound");
    CHECK(queries->back().text == "#kind \"een ouder\"");
    CHECK(queries->back().query_class.empty());
    CHECK(queries->back().parameters.empty());
    const auto near = parse_queries("q", "q1\twijkteam\tregion-aware\tvanuitRegio=GM0153&type=rapport\n");
    REQUIRE(near);
    CHECK(near->front().parameters == "vanuitRegio=GM0153&type=rapport");
}

TEST_CASE("a wrong line of queries is named with its number") {
    CHECK(complaint("q1 jeugdzorg\n") == "zoekvragen.tsv:1: een zoekvraag heeft 2 tot 4 cellen, geen 1");
    CHECK(complaint("\nq1\ta\tb\tc\td\n") == "zoekvragen.tsv:2: een zoekvraag heeft 2 tot 4 cellen, geen 5");
    CHECK(complaint("q1\ta\nq1\tb\n") == "zoekvragen.tsv:2: het kenmerk “q1” staat er al");
    CHECK(complaint("q 1\ta\n") == "zoekvragen.tsv:1: “q 1” is geen kenmerk");
    CHECK(complaint("\ta\n") == "zoekvragen.tsv:1: “” is geen kenmerk");
    CHECK(complaint("q1\t \n") == "zoekvragen.tsv:1: de zoekvraag is leeg");
    CHECK(complaint("q1\ta\nq2\t\xFF\n") == "zoekvragen.tsv:2: deze regel is geen geldige UTF-8");
    CHECK(complaint("# niets\n") == "zoekvragen.tsv: er staan geen zoekvragen in");
}

TEST_CASE("a file of queries that is not there is an error of its own") {
    const auto queries = read_queries("/bestaat/niet.tsv");
    REQUIRE_FALSE(queries);
    CHECK(queries.error().code == ErrorCode::not_found);
}
