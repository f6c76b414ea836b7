#include "searchd/evaluation/randomisation_test.hpp"

#include <cmath>
#include <random>
#include <vector>

namespace schakel {
namespace {

constexpr std::size_t most_for_all_patterns = 16;
constexpr std::uint64_t sampled_rounds = 20'000;
constexpr std::uint64_t seed = 20'150'101;  // any number will do, as long as it stays the same
constexpr double rounding = 1e-9;           // a sum in another order may differ by this much from an equal one

std::vector<double> without_zeros(std::span<const double> differences) {
    std::vector<double> others;
    for (const double difference : differences)
        if (difference != 0) others.push_back(difference);
    return others;
}

double sum_of(std::span<const double> differences) {
    double sum = 0;
    for (const double difference : differences) sum += difference;
    return sum;
}

/// The sum of at most 64 differences, each with its sign turned when its bit is set.
double signed_sum(std::span<const double> differences, std::uint64_t pattern) {
    double sum = 0;
    for (const double difference : differences) {
        sum += (pattern & 1) != 0 ? -difference : difference;
        pattern >>= 1;
    }
    return sum;
}

double random_sum(std::span<const double> differences, std::mt19937_64& random) {
    double sum = 0;
    for (; differences.size() > 64; differences = differences.subspan(64))
        sum += signed_sum(differences.first(64), random());
    return sum + signed_sum(differences, random());
}

}  // namespace

RandomisationTest randomisation_test(std::span<const double> differences) {
    const std::vector<double> others = without_zeros(differences);
    const double seen = std::abs(sum_of(others)) - rounding;
    std::uint64_t as_large = 0;
    if (others.size() <= most_for_all_patterns) {
        const std::uint64_t patterns = std::uint64_t{1} << others.size();
        for (std::uint64_t pattern = 0; pattern < patterns; ++pattern)
            if (std::abs(signed_sum(others, pattern)) >= seen) ++as_large;
        return {static_cast<double>(as_large) / static_cast<double>(patterns), patterns, true};
    }
    std::mt19937_64 random(seed);
    for (std::uint64_t round = 0; round < sampled_rounds; ++round)
        if (std::abs(random_sum(others, random)) >= seen) ++as_large;
    return {static_cast<double>(as_large + 1) / static_cast<double>(sampled_rounds + 1), sampled_rounds, false};
}

}  // namespace schakel
