#include "tests/relevance/tuning/coordinate_search.hpp"

#include <array>
#include <cmath>

#include <catch2/catch.hpp>

using namespace schakel;

namespace {

/// Highest at these places, lower with the distance to them.
Objective hill(const GridPoint& top) {
    return [top](const GridPoint& point) -> Result<double> {
        double height = 0;
        for (std::size_t i = 0; i < top.size(); ++i)
            height -= std::pow(static_cast<double>(point[i]) - static_cast<double>(top[i]), 2);
        return height;
    };
}

GridPoint found(const GridPoint& start, const Objective& objective, double least_gain = 0, int most_passes = 5) {
    const auto point = coordinate_search({10, 10}, start, objective, least_gain, most_passes);
    REQUIRE(point);
    return *point;
}

}  // namespace

TEST_CASE("the search climbs to the top, up and down") {
    CHECK(found({0, 9}, hill({7, 2})) == GridPoint{7, 2});
    CHECK(found({7, 2}, hill({7, 2})) == GridPoint{7, 2});
    CHECK(found({9, 0}, hill({0, 9})) == GridPoint{0, 9});
}

TEST_CASE("settings that depend on each other are gone through again") {
    const Objective ridge = [](const GridPoint& point) -> Result<double> {
        const double x = static_cast<double>(point[0]);
        const double y = static_cast<double>(point[1]);
        return -(x - y) * (x - y) + 1.5 * y;
    };
    CHECK(found({0, 0}, ridge, 0, 50) == GridPoint{9, 9});
    CHECK(found({0, 0}, ridge, 0, 1) != GridPoint{9, 9});
}

TEST_CASE("one value that is no better is stepped over") {
    const Objective with_gap = [](const GridPoint& point) -> Result<double> {
        constexpr std::array<double, 10> heights{0, 0, 1, 1, 2, 0, 0, 0, 0, 0};
        return heights[point[0]];
    };
    CHECK(found({0, 0}, with_gap) == GridPoint{4, 0});
}

TEST_CASE("what gains too little stays where it is") {
    const Objective slope = [](const GridPoint& point) -> Result<double> {
        return 0.001 * static_cast<double>(point[0]);
    };
    CHECK(found({3, 3}, slope, 0.01) == GridPoint{3, 3});
    CHECK(found({3, 3}, slope, 0.0001) == GridPoint{9, 3});
}

TEST_CASE("an error of the objective ends the search") {
    const Objective failing = [](const GridPoint& point) -> Result<double> {
        if (point[1] == 1) return fail(ErrorCode::index_corrupt, {"stuk", "broken"});
        return 0.0;
    };
    const auto point = coordinate_search({3, 3}, {0, 0}, failing, 0, 1);
    REQUIRE_FALSE(point);
    CHECK(point.error().code == ErrorCode::index_corrupt);
}
