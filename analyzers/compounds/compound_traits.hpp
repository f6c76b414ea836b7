#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "analyzers/compounds/part_candidates.hpp"
#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

/// Where a part stands in its compound.
enum class PartPlace : std::uint8_t { first, middle, last };
inline constexpr std::size_t part_places = 3;

/// What speaks for or against a stretch as a part; each has a weight per place.
enum class PartTrait : std::uint8_t {
    present,    // every part: what a cut costs
    letters_2,  // stem of two letters or fewer
    letters_3,  // of three, and so on
    letters_4,
    letters_5,
    letters_over_8,    // how many letters beyond eight, in the whole part
    frequency,         // log2(1 + listed words with this part here)
    short_frequency,   // frequency of a stem of four letters or fewer
    frequent,          // how far frequency is above 5: more than thirty words
    word_length,       // letters of the whole word beyond twelve
    short_never_here,  // never_here for a stem of four letters or fewer
    never_here,        // no listed word has this part here
    lemma_frequency,   // the same as frequency for its base form
    elsewhere,         // frequency at the other end of words; what has none is often an ending, not a word
    role,              // the word list says that it can stand here
    lemma_role,        // … that its base form can
    short_elsewhere,   // elsewhere of a stem of four letters or fewer
    verb,              // a verb and no noun
    adjective,         // an adjective, no noun or verb
    other,             // adverb, numeral or preposition only
    name,              // a proper name only
    plural,
    past,  // past tense or participle, and no noun
    diminutive,
    infinitive,     // base form of a verb
    particle,       // aan, op, uit: the start of a separable verb
    prefix,         // be, ge, ver: the start of an inseparable verb
    particle_verb,  // begins with a particle or prefix, before a listed word
    suffix,         // heid, schap, loos: the end of a derivation
    abbreviation,
    bound,       // on the curator's list of parts that are no word
    derived,     // made by rule from a listed word
    inflection,  // -den, -ten: an ending that looks like a word
    digits,
    unknown,
    unknown_letters,   // of an unknown part, beyond four
    likely_frequency,  // the same as frequency, by the likeliest reading of the listed words
    likely_elsewhere,  // … as elsewhere
    likely_never,      // not even half a listed word has this part here
    dictionaries,      // log2(1 + bilingual dictionaries with it or its base form as a headword)
    no_dictionary,     // none has
};
inline constexpr std::size_t part_traits = 41;

/// What speaks for or against the linking behind a part.
enum class LinkTrait : std::uint8_t {
    s,
    s_expected,     // s behind a stem that takes it: vereniging-s-leven
    s_missing,      // no s behind such a stem
    s_listed,       // the word list gives this word an s
    s_only_listed,  // no s behind a word that the list gives one and no place without it
    s_unlisted,     // s behind a word that the list gives a place without it only
    s_after_s,      // s behind s, x or z
    en,
    en_or_n_known,     // en or n behind a stem that has its plural in the list with it
    en_or_n_of_other,  // … of which the list makes a form of another word: ouder|en, because ouderen is of oudere
    e,
    n,
    er,
    hyphen,
    vowel_clash,         // auto|ongeluk without the hyphen that spelling asks
    s_odds,              // with s: how readily listed words have one behind this word, above the average
    none_odds,           // without s: the same
    none_odds_before_s,  // without s, where the next part begins with one: land|stalen
};
inline constexpr std::size_t link_traits = 18;

/// What speaks for leaving the word whole.
enum class WholeTrait : std::uint8_t {
    listed,
    frequency_first,  // log2(1 + listed words that begin with it as a part)
    frequency_last,   // … that end with it
    begins_any,       // at least one does
    ends_any,
    frequent_first,  // how far frequency_first is above 4.5: more than twenty words
    frequent_last,
    role_first,  // the word list says that it begins compounds
    role_last,
    role_s,       // … with a linking s
    verb,         // a verb and no noun
    formed_verb,  // … with a particle or a prefix
    adjective,    // an adjective and no noun
    other,        // adverb, pronoun or conjunction only
    name,
    derived,          // the lexicon knows the word it comes from
    particle_verb,    // begins with aan, op, uit, before a listed word
    prefix,           // begins with be, ge, ver
    suffix,           // ends in heid, schap, ing
    fixed_head,       // ends in a word that makes lasting compounds: vaart, bouw
    letters_to_6,     // six letters or fewer
    letters_7,        // seven or eight
    letters_9,        // nine or ten
    letters_over_10,  // how many letters beyond ten
    dictionaries,     // log2(1 + bilingual dictionaries with it or its base form as a headword)
    no_dictionary,
    likely_first,  // as frequency_first, by the likeliest reading of the listed words
    likely_last,
};
inline constexpr std::size_t whole_traits = 28;

/// Number of a trait among all: those of parts by place, those of linkings, those of the whole.
using TraitNumber = std::size_t;
inline constexpr std::size_t all_traits = part_traits * part_places + link_traits + whole_traits;

constexpr TraitNumber number_of(PartTrait trait, PartPlace place) {
    return static_cast<std::size_t>(trait) * part_places + static_cast<std::size_t>(place);
}
constexpr TraitNumber number_of(LinkTrait trait) { return part_traits * part_places + static_cast<std::size_t>(trait); }
constexpr TraitNumber number_of(WholeTrait trait) {
    return part_traits * part_places + link_traits + static_cast<std::size_t>(trait);
}

/// The traits that something has, with how strongly; those that are absent count 0.
class TraitList {
public:
    struct Trait {
        TraitNumber number;
        double value;
    };

    void add(TraitNumber number, double value) {
        if (value != 0) traits_[size_++] = {number, value};
    }
    std::span<const Trait> all() const { return {traits_.data(), size_}; }

private:
    std::array<Trait, part_traits + link_traits + whole_traits>
        traits_;  // only the first `size_` are set: lists are many
    std::size_t size_ = 0;
};

/// The traits of a candidate in `word`, with those of its linking. Pure; safe from any thread.
TraitList traits_of_part(const Lexicon& lexicon, std::string_view word, const PartCandidate& part);

/// The traits of `word` as one piece; `number` is its number in the lexicon, no_word when that lacks it. Pure; safe from
/// any thread.
TraitList traits_of_whole(const Lexicon& lexicon, std::string_view word, WordNumber number);

}  // namespace schakel
