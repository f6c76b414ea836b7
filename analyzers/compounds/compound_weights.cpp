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
    {PartTrait::present, 0.33, -3.43, 0.33},
    {PartTrait::letters_2, -1.38, -1.10, -1.58},
    {PartTrait::letters_3, 0.65, -0.78, -0.26},
    {PartTrait::letters_4, 0.68, 0.12, -0.21},
    {PartTrait::letters_5, -0.04, -0.71, -0.77},
    {PartTrait::letters_over_8, -0.21, -0.19, -0.19},
    {PartTrait::frequency, 0.38, -0.09, 0.26},
    {PartTrait::short_frequency, -0.23, 0.00, -0.20},
    {PartTrait::frequent, -0.22, 0.32, 0.00},
    {PartTrait::word_length, 0.17, 0.00, 0.17},
    {PartTrait::short_never_here, -0.22, -0.22, 0.29},
    {PartTrait::never_here, 0.01, -1.05, -0.20},
    {PartTrait::lemma_frequency, 0.14, -0.09, 0.24},
    {PartTrait::role, 0.75, 0.79, 1.02},
    {PartTrait::verb, 0.24, -0.51, -0.91},
    {PartTrait::adjective, -0.75, -0.93, -1.07},
    {PartTrait::other, -0.86, -0.36, -0.01},
    {PartTrait::name, -0.56, -0.89, -0.90},
    {PartTrait::plural, 0.04, -0.75, 0.61},
    {PartTrait::past, -0.23, -0.23, -0.40},
    {PartTrait::diminutive, 0.06, 0.00, 0.54},
    {PartTrait::infinitive, 0.44, 0.19, 0.18},
    {PartTrait::particle, -1.05, -0.09, 0.25},
    {PartTrait::prefix, -1.55, -0.19, -0.18},
    {PartTrait::particle_verb, 0.18, 0.51, 0.41},
    {PartTrait::suffix, -0.38, -0.68, -2.32},
    {PartTrait::abbreviation, 0.52, 0.42, -0.06},
    {PartTrait::bound, 0.73, -0.06, 0.58},
    {PartTrait::derived, 0.00, 0.00, -0.02},
    {PartTrait::inflection, -0.34, -0.28, -1.32},
    {PartTrait::digits, 0.55, 0.00, 0.00},
    {PartTrait::unknown, -2.32, 0.00, -2.62},
}};

// Trait of the linking behind a part; added to what the part itself is worth.
constexpr std::array<LinkWeight, link_traits> link_weights{{
    {LinkTrait::s, -0.78},
    {LinkTrait::s_expected, 1.10},
    {LinkTrait::s_missing, -0.35},
    {LinkTrait::s_listed, 1.42},
    {LinkTrait::s_only_listed, -0.50},
    {LinkTrait::s_after_s, -0.06},
    {LinkTrait::en, -0.40},
    {LinkTrait::en_or_n_known, -0.51},
    {LinkTrait::e, -1.90},
    {LinkTrait::n, -1.10},
    {LinkTrait::er, -0.10},
    {LinkTrait::hyphen, 2.00},
    {LinkTrait::vowel_clash, -0.54},
}};

// Trait of the word as one piece. It stays whole when the sum of these is no less than that of its best parts.
constexpr std::array<WholeWeight, whole_traits> whole_weights{{
    {WholeTrait::listed, 2.06},         {WholeTrait::frequency_first, 0.51},
    {WholeTrait::frequency_last, 0.64}, {WholeTrait::begins_any, 0.24},
    {WholeTrait::ends_any, 0.99},       {WholeTrait::frequent_first, 0.06},
    {WholeTrait::frequent_last, 0.27},  {WholeTrait::role_first, -0.21},
    {WholeTrait::role_last, -0.27},     {WholeTrait::role_s, 0.76},
    {WholeTrait::verb, 2.21},           {WholeTrait::formed_verb, 2.08},
    {WholeTrait::adjective, 1.57},      {WholeTrait::name, 0.27},
    {WholeTrait::derived, 1.79},        {WholeTrait::particle_verb, 1.96},
    {WholeTrait::prefix, 1.13},         {WholeTrait::suffix, 0.44},
    {WholeTrait::letters_to_6, 0.54},   {WholeTrait::letters_7, -0.05},
    {WholeTrait::letters_9, 0.14},      {WholeTrait::letters_over_10, -0.34},
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
