#include "tests/relevance/tuning/cross_validation.hpp"

#include <catch2/catch.hpp>

using namespace schakel;

namespace {

const CountsFold every_fold = [](std::size_t) { return true; };

/// One setting with three values and one set of four queries, two per fold.
TuningPlan small_plan() {
    TuningPlan plan;
    plan.sizes = {3};
    plan.present = {0};
    plan.folds = {{0, 0, 1, 1}};
    plan.fold_count = 2;
    return plan;
}

}  // namespace

TEST_CASE("a set counts once, however many queries it has") {
    const SetScores scores{{1, 1, 1, 1}, {0}};
    CHECK(mean_of_sets(scores, {{0, 0, 0, 0}, {0}}, every_fold) == Approx(0.5));
    CHECK(mean_of_sets(scores, {{0, 0, 1, 1}, {1}}, [](std::size_t fold) { return fold == 0; }) == Approx(1));
}

TEST_CASE("a set that falls can weigh more than one that rises") {
    const SetScores before{{0.5}, {0.5}};
    const SetScores after{{0.7}, {0.4}};
    CHECK(gain_of_sets(before, after, {{0}, {0}}, every_fold, 1) == Approx(0.05));
    CHECK(gain_of_sets(before, after, {{0}, {0}}, every_fold, 3) == Approx(-0.05));
}

TEST_CASE("what helps everywhere is found, held out and on all") {
    int asked = 0;
    const Scorer score = [&](const GridPoint& point) -> Result<SetScores> {
        ++asked;
        const double height = 0.2 + 0.3 * static_cast<double>(point[0]);
        return SetScores{{height, height, height, height}};
    };
    const auto outcome = cross_validate(small_plan(), score);
    REQUIRE(outcome);
    CHECK(outcome->recommended == GridPoint{2});
    CHECK(outcome->measured == 3);
    CHECK(asked == 3);  // each point once, although three searches passed it
    REQUIRE(outcome->folds.size() == 2);
    CHECK(outcome->folds[0].before == Approx(0.2));
    CHECK(outcome->folds[0].after == Approx(0.8));
    CHECK(outcome->sets[0].held_out == Approx(0.8));
}

TEST_CASE("what helps one half and harms the other shows when it is held out") {
    // Value 1 suits the first fold, value 2 the second; each search sees the other half only.
    const Scorer score = [](const GridPoint& point) -> Result<SetScores> {
        if (point[0] == 1) return SetScores{{0.9, 0.9, 0.1, 0.1}};
        if (point[0] == 2) return SetScores{{0.1, 0.1, 0.9, 0.9}};
        return SetScores{{0.5, 0.5, 0.5, 0.5}};
    };
    const auto outcome = cross_validate(small_plan(), score);
    REQUIRE(outcome);
    CHECK(outcome->folds[0].point == GridPoint{2});
    CHECK(outcome->folds[0].after == Approx(0.1));
    CHECK(outcome->folds[1].point == GridPoint{1});
    CHECK(outcome->sets[0].before == Approx(0.5));
    CHECK(outcome->sets[0].held_out == Approx(0.1));
}

TEST_CASE("an error of the scorer ends the tuning") {
    const Scorer score = [](const GridPoint&) -> Result<SetScores> {
        return fail(ErrorCode::index_corrupt, {"stuk", "broken"});
    };
    CHECK_FALSE(cross_validate(small_plan(), score));
}
