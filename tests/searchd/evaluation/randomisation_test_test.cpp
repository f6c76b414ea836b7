#include "searchd/evaluation/randomisation_test.hpp"

#include <vector>

#include <catch2/catch.hpp>

using namespace schakel;

TEST_CASE("all sign patterns are counted when the differences are few") {
    // Only + + + + and - - - - are as far from 0: 2 of 16.
    const RandomisationTest test = randomisation_test(std::vector{0.1, 0.2, 0.3, 0.4});
    CHECK(test.exact);
    CHECK(test.rounds == 16);
    CHECK(test.p_value == Approx(2.0 / 16));
}

TEST_CASE("a sum that other patterns reach too is less surprising") {
    // Sum 0.2; of the patterns of 0.1, 0.1, 0.2, -0.2 only sums of 0 are nearer to 0.
    // Sums: ±0.1 ±0.1 is -0.2, 0, 0, 0.2 and ±0.2 ±0.2 is -0.4, 0, 0, 0.4; the total is 0 in 4 of 16 cases.
    CHECK(randomisation_test(std::vector{0.1, 0.1, 0.2, -0.2}).p_value == Approx(12.0 / 16));
}

TEST_CASE("differences of 0 do not count, and without others nothing is shown") {
    CHECK(randomisation_test(std::vector{0.0, 0.1, 0.2, 0.0, 0.3, 0.4}).p_value == Approx(2.0 / 16));
    CHECK(randomisation_test(std::vector{0.0, 0.0}).p_value == Approx(1));
    CHECK(randomisation_test({}).p_value == Approx(1));
}

TEST_CASE("the direction of the difference makes no difference") {
    const std::vector better{0.5, 0.1, 0.3, -0.1, 0.2};
    const std::vector worse{-0.5, -0.1, -0.3, 0.1, -0.2};
    CHECK(randomisation_test(better).p_value == randomisation_test(worse).p_value);
}

TEST_CASE("a sample of patterns is the same every time, and p is never 0") {
    const std::vector<double> always_better(200, 0.1);
    const RandomisationTest test = randomisation_test(always_better);
    CHECK_FALSE(test.exact);
    CHECK(test.rounds >= 10'000);
    CHECK(test.p_value > 0);
    CHECK(test.p_value < 0.0001);
    std::vector<double> mixed;
    for (int i = 0; i < 100; ++i) mixed.push_back(i % 3 == 0 ? -0.2 : 0.1 + 0.001 * i);
    CHECK(randomisation_test(mixed).p_value == randomisation_test(mixed).p_value);
}

TEST_CASE("a sample comes near to the exact answer") {
    // 17 equal differences of which 12 are positive: P(at least 12 or at most 5 of 17 heads) = 2 * 9402 / 131072.
    std::vector<double> differences(17, 1.0);
    for (std::size_t i = 0; i < 5; ++i) differences[i] = -1.0;
    CHECK(randomisation_test(differences).p_value == Approx(2.0 * 9402 / 131072).margin(0.01));
}

TEST_CASE("as many better as worse is no difference") {
    std::vector<double> differences(100, 0.1);
    for (std::size_t i = 0; i < 50; ++i) differences[i] = -0.1;
    CHECK(randomisation_test(differences).p_value == Approx(1));
}
