#include "searchd/evaluation/trec_files.hpp"

#include <catch2/catch.hpp>

using namespace schakel;

namespace {

template <class Parse>
std::string complaint(Parse parse, std::string_view text) {
    const auto read = parse("bestand", text);
    return read ? "" : read.error().message.nl;
}

}  // namespace

TEST_CASE("judgements are read by query and document") {
    const auto qrels = parse_qrels("qrels.txt", "# bron\nq1 0 nji-12 2\nq1\t0\tvng-3\t0\n\nq2 Q0 vng-3 -1\n");
    REQUIRE(qrels);
    CHECK(qrels->size() == 2);
    CHECK(qrels->find("q1")->second == Judgements{{"nji-12", 2}, {"vng-3", 0}});
    CHECK(qrels->find("q2")->second == Judgements{{"vng-3", -1}});
}

TEST_CASE("a wrong line of judgements is named with its number") {
    CHECK(complaint(parse_qrels, "q1 0 a 1\nq1 0 b\n") == "bestand:2: een regel heeft hier 4 velden, geen 3");
    CHECK(complaint(parse_qrels, "q1 0 a hoog\n") == "bestand:1: “hoog” is geen geheel getal");
    CHECK(complaint(parse_qrels, "q1 0 a 1.5\n") == "bestand:1: “1.5” is geen geheel getal");
    CHECK(complaint(parse_qrels, "q1 0 a 1\nq1 0 a 1\n") == "bestand:2: “a” is voor zoekvraag “q1” al beoordeeld");
}

TEST_CASE("a run is read by rank, whatever the order of its lines") {
    const auto run = parse_run("run", "q1 Q0 b 2 7.5 anders\nq1 Q0 a 1 8e0 anders\n");
    REQUIRE(run);
    const Ranking& ranking = run->find("q1")->second;
    REQUIRE(ranking.size() == 2);
    CHECK(ranking[0].document == "a");
    CHECK(ranking[0].score == 8);
    CHECK(ranking[1].rank == 2);
}

TEST_CASE("a wrong line of a run is named with its number") {
    CHECK(complaint(parse_run, "q1 0 a 1\n") == "bestand:1: een regel heeft hier 6 velden, geen 4");
    CHECK(complaint(parse_run, "q1 Q0 a 0 1 x\n") == "bestand:1: “0” is geen rang; de eerste is 1");
    CHECK(complaint(parse_run, "q1 Q0 a 1 hoog x\n") == "bestand:1: “hoog” is geen getal");
    CHECK(complaint(parse_run, "q1 Q0 a 1 9 x\nq1 Q0 b 1 8 x\n") ==
          "bestand:2: document “b” of rang 1 staat al bij zoekvraag “q1”");
    CHECK(complaint(parse_run, "q1 Q0 a 1 9 x\nq1 Q0 a 2 8 x\n") ==
          "bestand:2: document “a” of rang 2 staat al bij zoekvraag “q1”");
}

TEST_CASE("a run that is written is read back the same") {
    const Run run{{"q1", {{"a", 1, 2.5}, {"b", 2, 1.25}}}, {"q2", {{"c", 1, 0}}}};
    CHECK(to_text(run, "schakel") == "q1 Q0 a 1 2.5 schakel\nq1 Q0 b 2 1.25 schakel\nq2 Q0 c 1 0 schakel\n");
    const auto again = parse_run("run", to_text(run, "schakel"));
    REQUIRE(again);
    CHECK(to_text(*again, "schakel") == to_text(run, "schakel"));
}

TEST_CASE("equal scores are written as falling ones, because trec_eval goes by score") {
    const auto run = parse_run("run", to_text(Run{{"q", {{"a", 1, 3}, {"b", 2, 3}, {"c", 3, 3}}}}, "schakel"));
    REQUIRE(run);
    const Ranking& ranking = run->find("q")->second;
    CHECK(ranking[0].score > ranking[1].score);
    CHECK(ranking[1].score > ranking[2].score);
    CHECK(ranking[2].score == Approx(3));
}

TEST_CASE("white space in a document id is escaped, as fields are separated by it") {
    CHECK(trec_id("rapport 2015\tdeel") == "rapport%202015%09deel");
    CHECK(trec_id("nl/a%b.html") == "nl/a%b.html");
}
