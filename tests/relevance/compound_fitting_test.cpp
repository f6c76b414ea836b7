#include <catch2/catch.hpp>

#include "config/file.hpp"
#include "tests/analyzers/compound_lists.hpp"
#include "tests/analyzers/shipped_speller.hpp"
#include "tests/paths.hpp"
#include "tests/relevance/compounds/weight_fit.hpp"
#include "tests/relevance/compounds/weight_table.hpp"

namespace schakel {

namespace {

Lattice lattice_of(const std::string& text, std::vector<std::size_t> cuts, std::vector<std::string> lemmas = {}) {
    const PartCandidates candidates(shipped_lexicon(), shipped_compound_rules());
    return {{text, std::move(cuts), std::move(lemmas), WordSource::own, 1}, shipped_lexicon(), candidates};
}

double likelihood(const Lattice& word, const TraitWeights& weights) {
    TraitWeights ignored{};
    return word.log_likelihood(weights, ignored);
}

}  // namespace

TEST_CASE("the gradient is the slope of the likelihood") {
    const Lattice word = lattice_of("jeugdzorg", {5}, {"jeugd", "zorg"});
    REQUIRE(word.is_reachable());
    TraitWeights weights{};
    TraitWeights gradient{};
    word.log_likelihood(weights, gradient);
    constexpr double step = 1e-5;
    for (TraitNumber trait = 0; trait < all_traits; ++trait) {
        const double here = weights[trait];
        weights[trait] = here + step;
        const double above = likelihood(word, weights);
        weights[trait] = here - step;
        const double below = likelihood(word, weights);
        weights[trait] = here;
        INFO("trait " << trait);
        CHECK(gradient[trait] == Approx((above - below) / (2 * step)).margin(1e-4));
    }
}

TEST_CASE("fitted weights make the labels likelier than no weights do") {
    const Lattice compound = lattice_of("jeugdzorg", {5}, {"jeugd", "zorg"});
    const Lattice whole = lattice_of("aandacht", {});
    const std::vector<const Lattice*> words{&compound, &whole};
    const TraitWeights weights = fit_weights(words);
    CHECK(likelihood(compound, weights) > likelihood(compound, {}));
    CHECK(likelihood(whole, weights) > likelihood(whole, {}));
    CHECK(fit_weights(words) == weights);
}

TEST_CASE("a label that no candidates make is not learned from") {
    CHECK_FALSE(lattice_of("jeugdzorg", {1}).is_reachable());
}

TEST_CASE("the shipped table has a row for every trait, in their order") {
    const auto source = read_file(repository_folder() / "analyzers" / "compounds" / "compound_weights.cpp");
    REQUIRE(source);
    const auto without_spaces = [](std::string text) {
        std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
        return text;
    };
    const auto same = with_weights(*source, trait_weights());
    REQUIRE(same);
    CHECK(without_spaces(*same) == without_spaces(*source));
    CHECK_FALSE(with_weights("no table", trait_weights()));
}

}  // namespace schakel
