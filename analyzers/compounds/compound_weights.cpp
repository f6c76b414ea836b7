#include "analyzers/compounds/compound_weights.hpp"

namespace schakel {

namespace {

struct PartWeights {
    PartTrait trait;
    double first, middle, last;
};
struct LinkWeight {
    LinkTrait trait;
    double weight;
};
struct WholeWeight {
    WholeTrait trait;
    double weight;
};

// Trait of a part, and what it is worth in the first part, in one between others and in the last.
constexpr std::array<PartWeights, part_traits> part_weights{{
    {PartTrait::present, 0.23, -2.92, 0.23},
    {PartTrait::letters_2, -1.59, -1.19, -1.53},
    {PartTrait::letters_3, 0.39, -0.70, -0.07},
    {PartTrait::letters_4, 0.77, 0.14, -0.09},
    {PartTrait::letters_5, -0.23, -1.33, -0.71},
    {PartTrait::letters_over_8, 0.09, 0.03, -0.09},
    {PartTrait::frequency, -0.02, -0.11, -0.18},
    {PartTrait::short_frequency, -0.14, -0.07, -0.24},
    {PartTrait::frequent, -0.35, -0.06, -0.27},
    {PartTrait::word_length, 0.22, 0.02, 0.22},
    {PartTrait::short_never_here, 0.04, -0.02, -0.01},
    {PartTrait::never_here, 0.30, -0.50, -0.42},
    {PartTrait::lemma_frequency, 0.04, -0.10, 0.06},
    {PartTrait::elsewhere, 0.24, -0.02, 0.02},
    {PartTrait::role, 0.78, -0.06, -0.10},
    {PartTrait::lemma_role, -0.04, 1.02, 1.14},
    {PartTrait::short_elsewhere, -0.19, 0.00, -0.03},
    {PartTrait::verb, -0.24, -0.06, -1.18},
    {PartTrait::adjective, 0.07, -0.88, -0.71},
    {PartTrait::other, -0.78, 0.29, -0.24},
    {PartTrait::name, -0.02, -0.97, -0.25},
    {PartTrait::plural, -0.24, 0.02, 0.53},
    {PartTrait::past, -0.69, -0.05, -0.30},
    {PartTrait::diminutive, 0.00, 0.00, 0.31},
    {PartTrait::infinitive, 0.75, -0.50, -0.25},
    {PartTrait::particle, -1.88, 0.44, 0.52},
    {PartTrait::prefix, -1.58, -0.01, -0.46},
    {PartTrait::particle_verb, 0.03, 0.77, 0.29},
    {PartTrait::suffix, -0.65, -0.23, -1.79},
    {PartTrait::abbreviation, 0.69, 1.08, -0.04},
    {PartTrait::bound, 0.81, -0.06, 0.65},
    {PartTrait::derived, 0.00, 0.00, -0.18},
    {PartTrait::inflection, -0.54, 0.00, -0.73},
    {PartTrait::digits, 2.50, 0.00, 2.50},
    {PartTrait::unknown, -2.29, 0.00, -2.09},
    {PartTrait::unknown_letters, -0.37, 0.00, -0.31},
    {PartTrait::likely_frequency, 0.18, 0.07, 0.57},
    {PartTrait::likely_elsewhere, 0.04, 0.10, 0.15},
    {PartTrait::likely_never, -0.54, 0.01, 0.46},
    {PartTrait::dictionaries, 0.57, -0.06, 0.33},
    {PartTrait::no_dictionary, -0.14, -1.33, -0.28},
}};

// Trait of the linking behind a part; added to what the part itself is worth.
constexpr std::array<LinkWeight, link_traits> link_weights{{
    {LinkTrait::s, -0.45},
    {LinkTrait::s_expected, 0.81},
    {LinkTrait::s_missing, -0.72},
    {LinkTrait::s_listed, 1.09},
    {LinkTrait::s_only_listed, 0.27},
    {LinkTrait::s_unlisted, -0.12},
    {LinkTrait::s_after_s, 0.02},
    {LinkTrait::en, -0.36},
    {LinkTrait::en_or_n_known, -0.06},
    {LinkTrait::en_or_n_of_other, -3.00},
    {LinkTrait::e, -1.71},
    {LinkTrait::n, -0.85},
    {LinkTrait::er, -1.54},
    {LinkTrait::hyphen, 2.00},
    {LinkTrait::vowel_clash, -0.76},
    {LinkTrait::s_odds, 0.24},
    {LinkTrait::none_odds, -0.18},
    {LinkTrait::none_odds_before_s, -0.06},
}};

// Trait of the word as one piece. It stays whole when the sum of these is no less than that of its best parts.
constexpr std::array<WholeWeight, whole_traits> whole_weights{{
    {WholeTrait::listed, 1.37},         {WholeTrait::frequency_first, 0.28},
    {WholeTrait::frequency_last, 0.40}, {WholeTrait::begins_any, 0.22},
    {WholeTrait::ends_any, 0.39},       {WholeTrait::frequent_first, -0.08},
    {WholeTrait::frequent_last, 0.50},  {WholeTrait::role_first, -0.36},
    {WholeTrait::role_last, -0.07},     {WholeTrait::role_s, 0.23},
    {WholeTrait::verb, 1.73},           {WholeTrait::formed_verb, 1.87},
    {WholeTrait::adjective, 1.95},      {WholeTrait::other, 0.93},
    {WholeTrait::name, -0.07},          {WholeTrait::derived, 2.04},
    {WholeTrait::particle_verb, 1.84},  {WholeTrait::prefix, 1.03},
    {WholeTrait::suffix, 0.29},         {WholeTrait::fixed_head, 0.52},
    {WholeTrait::letters_to_6, 0.46},   {WholeTrait::letters_7, 0.15},
    {WholeTrait::letters_9, 0.28},      {WholeTrait::letters_over_10, -0.18},
    {WholeTrait::dictionaries, 1.38},   {WholeTrait::no_dictionary, 0.33},
    {WholeTrait::likely_first, 0.22},   {WholeTrait::likely_last, 0.31},
}};

constexpr TraitWeights by_number() {
    TraitWeights weights{};
    for (const PartWeights& row : part_weights) {
        weights[number_of(row.trait, PartPlace::first)] = row.first;
        weights[number_of(row.trait, PartPlace::middle)] = row.middle;
        weights[number_of(row.trait, PartPlace::last)] = row.last;
    }
    for (const LinkWeight& row : link_weights) weights[number_of(row.trait)] = row.weight;
    for (const WholeWeight& row : whole_weights) weights[number_of(row.trait)] = row.weight;
    return weights;
}

constexpr TraitWeights weights_by_number = by_number();

}  // namespace

const TraitWeights& trait_weights() { return weights_by_number; }

double score(const TraitList& list, const TraitWeights& weights) {
    double sum = 0;
    for (const TraitList::Trait& trait : list.all()) sum += trait.value * weights[trait.number];
    return sum;
}

}  // namespace schakel
