#include "tests/relevance/compounds/weight_fit.hpp"

#include <algorithm>
#include <cmath>

namespace schakel {

namespace {

constexpr int rounds = 60;  // the figures hardly change after the fortieth
constexpr double penalty = 1;
constexpr double first_step = 0.1;
constexpr double longest_step = 1;
constexpr double shortest_step = 1e-6;
constexpr double faster = 1.2;
constexpr double slower = 0.5;

TraitWeights gradient_at(const TraitWeights& weights, std::span<const Lattice* const> words) {
    TraitWeights gradient{};
    for (const Lattice* word : words)
        if (word->is_reachable()) word->log_likelihood(weights, gradient);
    for (std::size_t i = 0; i < all_traits; ++i) gradient[i] -= penalty * weights[i];
    return gradient;
}

/// Moves one weight uphill, the further the longer its slope has kept its sign.
void move(double& weight, double& step, double& slope_before, double slope) {
    const double agreement = slope * slope_before;
    if (agreement > 0) step = std::min(step * faster, longest_step);
    if (agreement < 0) {
        step = std::max(step * slower, shortest_step);
        slope = 0;
    }
    if (slope != 0) weight += std::copysign(step, slope);
    slope_before = slope;
}

void set_by_hand(TraitWeights& weights) {
    weights[number_of(PartTrait::digits, PartPlace::first)] = 2.5;
    weights[number_of(PartTrait::digits, PartPlace::middle)] = 0;
    weights[number_of(PartTrait::digits, PartPlace::last)] = 2.5;
    weights[number_of(LinkTrait::hyphen)] = 2;
    weights[number_of(LinkTrait::en_or_n_of_other)] = -3;
}

}  // namespace

TraitWeights fit_weights(std::span<const Lattice* const> words) {
    TraitWeights weights{};
    TraitWeights steps{};
    TraitWeights slopes_before{};
    steps.fill(first_step);
    for (int round = 0; round < rounds; ++round) {
        const TraitWeights slopes = gradient_at(weights, words);
        for (std::size_t i = 0; i < all_traits; ++i) move(weights[i], steps[i], slopes_before[i], slopes[i]);
    }
    set_by_hand(weights);
    return weights;
}

}  // namespace schakel
