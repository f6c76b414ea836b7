#include "analyzers/spelling/confusions.hpp"

#include <catch2/catch.hpp>

#include "analyzers/spelling/letters.hpp"
#include "analyzers/spelling/replacement_table.hpp"
#include "analyzers/spelling/spelling_search.hpp"
#include "tests/paths.hpp"

namespace schakel {

namespace {

Confusions confusions_of(std::string_view rows) {
    auto confusions = Confusions::parse("v.tsv", std::string("geschreven\tbedoeld\tkosten\tuitleg\n").append(rows));
    REQUIRE(confusions);
    return std::move(*confusions);
}

std::string error_of(std::string_view rows) {
    const auto confusions =
        Confusions::parse("v.tsv", std::string("geschreven\tbedoeld\tkosten\tuitleg\n").append(rows));
    REQUIRE_FALSE(confusions);
    CHECK(confusions.error().code == ErrorCode::language_data_invalid);
    return confusions.error().message.nl;
}

/// The cost of the only word of a graph; absent when it is not found.
std::optional<unsigned> cost_of(std::string_view written, const std::string& word, std::string_view rows) {
    const WordGraph graph = WordGraph::of({word});
    const Confusions confusions = confusions_of(rows);
    const std::string letters = to_letters(written).value();
    const auto found = SpellingSearch(graph, confusions, letters).run(300);
    if (found.empty()) return std::nullopt;
    return found.front().cost;
}

}  // namespace

TEST_CASE("a confusion is cheaper than the letters it changes") {
    CHECK(cost_of("klijn", "klein", "ij\tei\t30\n") == 30U);
    CHECK(cost_of("klijn", "klein", "") > 100U);
}

TEST_CASE("anchors hold a confusion to the start or the end of the word") {
    CHECK(cost_of("antwoort", "antwoord", "t$\td\t20\n") == 20U);
    CHECK(cost_of("tak", "dak", "t$\td\t20\n") > 20U);
    CHECK(cost_of("savonds", "'s avonds", "^s\t's_\t10\n") == 10U);
    CHECK(cost_of("meiden", "meidagen", "^en\tagen\t10\n") > 10U);
}

TEST_CASE("a confusion can add letters or take them away") {
    CHECK(cost_of("tans", "thans", "-\th\t30\n") == 30U);
    CHECK(cost_of("thans", "tans", "h\t-\t30\n") == 30U);
}

TEST_CASE("an accent in the text does not stop a confusion") {
    CHECK(cost_of("kádo", "cadeau", "ká\tca\t5\no\teau\t5\n") == 10U);
    CHECK(cost_of("èksamen", "examen", "eks\tex\t5\n") == 5U);
}

TEST_CASE("accents and doubled letters cost less than other letters") {
    const auto accent = cost_of("creche", "crèche", "");
    const auto doubled = cost_of("kaas", "kas", "");
    const auto transposed = cost_of("rtust", "trust", "");
    const auto other = cost_of("trupt", "trust", "");
    CHECK(accent < doubled);
    CHECK(doubled < transposed);
    CHECK(doubled < other);
}

TEST_CASE("the first letter is seldom wrong") { CHECK(cost_of("pries", "vries", "") > cost_of("vries", "vriep", "")); }

TEST_CASE("a wrong line of the table is an error with its place") {
    CHECK(error_of("ei\tei\t30\n") == "v.tsv:2: \"ei\" voor \"ei\" met kosten \"30\" is geen verwisseling.");
    CHECK(error_of("ij\tei\t30\nau\tou\t0\n") == "v.tsv:3: \"au\" voor \"ou\" met kosten \"0\" is geen verwisseling.");
    CHECK(error_of("au\tou\tveel\n") == "v.tsv:2: \"au\" voor \"ou\" met kosten \"veel\" is geen verwisseling.");
    CHECK(error_of("au\tou\t30x\n") == "v.tsv:2: \"au\" voor \"ou\" met kosten \"30x\" is geen verwisseling.");
    CHECK(error_of("au\tou\t301\n") == "v.tsv:2: \"au\" voor \"ou\" met kosten \"301\" is geen verwisseling.");
    CHECK(error_of("ж\tou\t30\n") == "v.tsv:2: \"ж\" voor \"ou\" met kosten \"30\" is geen verwisseling.");
}

TEST_CASE("a table that is not there is an error") {
    const TemporaryFolder folder;
    const auto confusions = Confusions::load({folder.path() / "absent.tsv"});
    REQUIRE_FALSE(confusions);
    CHECK(confusions.error().code == ErrorCode::not_found);
}

TEST_CASE("REP lines of an affix file become confusions") {
    const std::string table = replacement_table(
        "SET UTF-8\nREP 4\nREP ei ĳ\nREP ^nogsteeds$ nog_steeds # comment\nREP gelijk gelijk\nREP half\nSFX Aa Y 1\n");
    CHECK(table ==
          "geschreven\tbedoeld\tkosten\tuitleg\n"
          "ei\tij\t70\n"
          "^nogsteeds$\tnog_steeds\t35\n");
    CHECK(Confusions::parse("hunspell", table));
}

}  // namespace schakel
