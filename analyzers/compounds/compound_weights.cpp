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
    {PartTrait::present, 0.05, -3.12, 0.05},
    {PartTrait::letters_2, -1.38, -1.95, -2.22},
    {PartTrait::letters_3, 0.99, -0.92, 0.26},
    {PartTrait::letters_4, 0.92, 0.08, -0.35},
    {PartTrait::letters_5, -0.53, -1.18, -0.74},
    {PartTrait::letters_over_8, -0.12, -0.28, -0.21},
    {PartTrait::frequency, 0.27, -0.09, 0.10},
    {PartTrait::short_frequency, -0.20, -0.08, -0.12},
    {PartTrait::frequent, 0.02, 0.19, 0.04},
    {PartTrait::word_length, 0.22, -0.01, 0.22},
    {PartTrait::short_never_here, 0.32, -0.06, -0.06},
    {PartTrait::never_here, -0.24, -1.02, -0.28},
    {PartTrait::lemma_frequency, 0.03, -0.06, 0.05},
    {PartTrait::elsewhere, 0.20, -0.02, 0.25},
    {PartTrait::role, 0.59, 0.32, 0.63},
    {PartTrait::lemma_role, 0.44, 1.07, 1.20},
    {PartTrait::short_elsewhere, -0.16, 0.17, -0.07},
    {PartTrait::verb, 0.23, -0.46, -1.47},
    {PartTrait::adjective, -0.74, -1.71, -1.70},
    {PartTrait::other, -1.14, -0.49, 0.29},
    {PartTrait::name, -0.79, -1.71, -1.07},
    {PartTrait::plural, 0.13, -0.42, 0.26},
    {PartTrait::past, -0.72, -0.16, -0.13},
    {PartTrait::diminutive, 0.17, 0.00, 0.17},
    {PartTrait::infinitive, -0.15, 0.20, 0.27},
    {PartTrait::particle, -2.12, 0.31, 0.75},
    {PartTrait::prefix, -2.50, -0.34, -0.96},
    {PartTrait::particle_verb, 0.33, 0.76, 0.10},
    {PartTrait::suffix, -0.65, -0.70, -2.06},
    {PartTrait::abbreviation, 0.38, 0.78, 0.21},
    {PartTrait::bound, 0.77, -0.10, 0.87},
    {PartTrait::derived, 0.00, 0.00, -0.04},
    {PartTrait::inflection, -0.93, 0.00, -1.92},
    {PartTrait::digits, 2.50, 0.00, 0.00},
    {PartTrait::unknown, -1.23, 0.00, -1.58},
    {PartTrait::unknown_letters, -0.35, 0.00, -0.26},
}};

// Trait of the linking behind a part; added to what the part itself is worth.
constexpr std::array<LinkWeight, link_traits> link_weights{{
    {LinkTrait::s, -0.10},
    {LinkTrait::s_expected, 1.62},
    {LinkTrait::s_missing, -0.88},
    {LinkTrait::s_listed, 1.26},
    {LinkTrait::s_only_listed, -0.31},
    {LinkTrait::s_unlisted, -1.37},
    {LinkTrait::s_after_s, -0.51},
    {LinkTrait::en, -0.67},
    {LinkTrait::en_or_n_known, -0.75},
    {LinkTrait::e, -2.49},
    {LinkTrait::n, -1.66},
    {LinkTrait::er, -0.56},
    {LinkTrait::hyphen, 2.00},
    {LinkTrait::vowel_clash, -0.94},
}};

// Trait of the word as one piece. It stays whole when the sum of these is no less than that of its best parts.
constexpr std::array<WholeWeight, whole_traits> whole_weights{{
    {WholeTrait::listed, 0.86},         {WholeTrait::frequency_first, 0.78},
    {WholeTrait::frequency_last, 0.71}, {WholeTrait::begins_any, 0.21},
    {WholeTrait::ends_any, 0.49},       {WholeTrait::frequent_first, -0.35},
    {WholeTrait::frequent_last, 0.53},  {WholeTrait::role_first, -0.22},
    {WholeTrait::role_last, -0.12},     {WholeTrait::role_s, 0.66},
    {WholeTrait::verb, 2.76},           {WholeTrait::formed_verb, 1.77},
    {WholeTrait::adjective, 2.16},      {WholeTrait::other, 1.86},
    {WholeTrait::name, 0.06},           {WholeTrait::derived, 1.93},
    {WholeTrait::particle_verb, 1.82},  {WholeTrait::prefix, 1.19},
    {WholeTrait::suffix, 0.21},         {WholeTrait::fixed_head, 1.10},
    {WholeTrait::letters_to_6, 0.57},   {WholeTrait::letters_7, -0.05},
    {WholeTrait::letters_9, 0.14},      {WholeTrait::letters_over_10, -0.43},
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
