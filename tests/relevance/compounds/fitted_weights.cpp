#include "tests/relevance/compounds/fitted_weights.hpp"

namespace schakel {

namespace {

TraitWeights& weights_in_use() {
    static TraitWeights weights{};
    return weights;
}

}  // namespace

void use_weights(const TraitWeights& weights) { weights_in_use() = weights; }

const TraitWeights& trait_weights() { return weights_in_use(); }

double score(const TraitList& list, const TraitWeights& weights) {
    double sum = 0;
    for (const TraitList::Trait& trait : list.all()) sum += trait.value * weights[trait.number];
    return sum;
}

}  // namespace schakel
