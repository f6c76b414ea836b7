#include "searchd/evaluation/evaluation.hpp"

#include <catch2/catch.hpp>

using namespace schakel;

namespace {

const std::vector<JudgedQuery> queries{{"q1", "jeugd zorg", "compound"},
                                       {"q2", "kinderen", "inflection"},
                                       {"q3", "wijkteam", "compound"},
                                       {"q4", "wmo", ""}};
const Qrels qrels{{"q1", {{"a", 2}, {"b", 1}}}, {"q2", {{"a", 1}}}, {"q3", {{"c", 1}}}, {"q4", {{"d", 1}}}};

/// Everything relevant on top, except that q3 finds nothing and q2 finds it second.
const Run before{{"q1", {{"a", 1, 9}, {"b", 2, 8}}}, {"q2", {{"x", 1, 9}, {"a", 2, 8}}}, {"q4", {{"d", 1, 9}}}};
/// q1 has become worse, q3 is found, q2 and q4 are as they were.
const Run after{
    {"q1", {{"b", 1, 9}}}, {"q2", {{"x", 1, 9}, {"a", 2, 8}}}, {"q3", {{"c", 1, 9}}}, {"q4", {{"d", 1, 9}}}};

}  // namespace

TEST_CASE("only queries with something relevant are measured") {
    const QuerySelection selection = select_queries({{"q1", "a", ""}, {"q2", "b", ""}, {"q3", "c", ""}},
                                                    {{"q1", {{"a", 1}}}, {"q2", {{"a", 0}}}, {"q9", {{"a", 1}}}});
    REQUIRE(selection.measured.size() == 1);
    CHECK(selection.measured.front().id == "q1");
    CHECK(selection.left_out == std::vector<std::string>{"q2", "q3"});
    CHECK(selection.only_judged == std::vector<std::string>{"q9"});
}

TEST_CASE("means are over all queries and per class") {
    const std::vector<Measures> measures = measures_per_query(queries, qrels, before);
    CHECK(value_of(measures[2], Measure::ndcg_10) == 0);
    const std::vector<ClassSummary> summaries = summaries_of(queries, measures);
    REQUIRE(summaries.size() == 3);
    CHECK(summaries[0].query_class.empty());
    CHECK(summaries[0].queries == 4);
    CHECK(value_of(summaries[0].mean, Measure::mrr_10) == Approx((1 + 0.5 + 0 + 1) / 4));
    CHECK(summaries[1].query_class == "compound");
    CHECK(summaries[1].queries == 2);
    CHECK(value_of(summaries[1].mean, Measure::mrr_10) == Approx(0.5));
    CHECK(summaries[2].query_class == "inflection");
}

TEST_CASE("a comparison names what was lost and what was gained, with the ranks") {
    const Comparison comparison = compare(queries, qrels, before, after);
    REQUIRE(comparison.losses.size() == 1);
    const QueryChange& loss = comparison.losses.front();
    CHECK(loss.query.text == "jeugd zorg");
    CHECK(value_of(loss.before, Measure::ndcg_10) == Approx(1));
    REQUIRE(loss.documents.size() == 2);
    CHECK(loss.documents[0].document == "a");
    CHECK(loss.documents[0].before == 1);
    CHECK_FALSE(loss.documents[0].after);
    CHECK(loss.documents[1].before == 2);
    CHECK(loss.documents[1].after == 1);
    REQUIRE(comparison.gains.size() == 1);
    CHECK(comparison.gains.front().query.id == "q3");
    CHECK(comparison.tests.front().rounds == 4);
}

TEST_CASE("no more than ten losses and gains are listed, the largest first") {
    std::vector<JudgedQuery> many;
    Qrels judged;
    Run earlier;
    Run now;
    for (int i = 1; i <= 12; ++i) {
        const std::string id = "q" + std::to_string(i);
        many.push_back({id, "vraag", ""});
        judged[id] = {{"a", 1}};
        earlier[id] = {{"a", 1, 0}};
        now[id] = {{"a", i, 0}};
    }
    const Comparison comparison = compare(many, judged, earlier, now);
    REQUIRE(comparison.losses.size() == 10);
    CHECK(comparison.losses.front().query.id == "q11");  // gone from the page of ten, and before q12 in the file
    CHECK(comparison.losses.back().query.id == "q3");
    CHECK(comparison.gains.empty());
}

TEST_CASE("a run beside itself shows no difference") {
    const Comparison comparison = compare(queries, qrels, after, after);
    CHECK(comparison.losses.empty());
    CHECK(comparison.gains.empty());
    for (const RandomisationTest& test : comparison.tests) CHECK(test.p_value == 1);
}
