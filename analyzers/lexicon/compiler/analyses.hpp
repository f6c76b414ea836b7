#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/lexicon/compiler/word_list.hpp"

namespace schakel {

/// Why a form is thought to belong to a base form, the most convincing first: the lowest one of a form wins. This is the
/// documented preference for ambiguous forms. A headword belongs to itself.
enum class Evidence : std::uint8_t {
    chosen,              // our own table says so
    irregular_plural,    // our own table: steden → stad
    abbreviation,        // ggd'en → ggd, zzp'er → zzp
    diminutive,          // by the dictionary's own rule: huisje → huis, though it has huisje too
    dominant_plural,     // plural that is an infinitive too, but mostly a plural: stappen → stap
    verb_in_ing,         // ging, hing, ving, which the dictionary takes for nouns because of their ending
    noun_headword,       // the dictionary gives the word a plural or diminutive: kussen, gerecht, dakloze
    infinitive,          // lopen, also where it is a plural: wonen
    dictionary_plural,   // plural by the dictionary's own rule: huizen → huis
    regular_plural,      // plural by the common rule of a noun without one, or of a last part: raadsleden → raadslid
    compound_noun,       // the dictionary lets it begin compounds as a noun: beleid, geweld
    past_participle,     // gewerkt → werken, also where the dictionary has it as an adjective
    graded_adjective,    // the dictionary gives it degrees: open, spannend
    irregular_verb,      // liep → lopen
    present_participle,  // werkend → werken, also where the dictionary has it as an adjective
    adjective,           // sociale → sociaal, also where the dictionary has it as a rare noun: actieve → actief
    adjective_headword,  // the dictionary gives it inflected forms
    guessed_diminutive,  // by the common rules
    weak_headword,       // actieve as a noun, hoepeltje as a word of its own
    verb,                // werkt → werken
    genitive,            // Amsterdams → Amsterdam
    inherited,           // overheidsonderzoeken → overheidsonderzoek, because of the last part
    guessed,             // by a rule, from words that the dictionary does not have
};

enum class Inflection : std::uint8_t { base, plural, diminutive, past_or_participle, other };

struct Analysis {
    FormNumber lemma = 0;
    Evidence evidence{};
    Inflection inflection{};
    std::uint8_t classes = 0;  // WordClass of this reading
};

/// All that the rules say of the forms of a word list; a form can have several readings.
class Analyses {
public:
    explicit Analyses(const WordList& words) : words_(words), readings_(words.size()) {}

    /// Adds a reading of `form`, unless the word list does not have it.
    void add(std::string_view form, FormNumber lemma, Evidence evidence, Inflection inflection, std::uint8_t classes);
    void add(FormNumber form, const Analysis& reading);

    const std::vector<Analysis>& of(FormNumber form) const { return readings_[form]; }

    /// The most convincing reading. Of equals a noun has the longest base form (boompje → boom, not bom), but a plural not
    /// one in -e beside one without (studenten → student, not studente); a verb or adjective has the shortest (gedacht →
    /// denken, not gedenken), but of two infinitives that differ in a doubled consonant the one with it (besteld → bestellen, not
    /// bestelen). Null when there is none.
    const Analysis* best(FormNumber form) const;

    /// The base form that `best` leads to in the end: huisjes → huisje → huis. The form itself without a reading.
    FormNumber lemma(FormNumber form) const;

    const WordList& words() const { return words_; }

private:
    const WordList& words_;
    std::vector<std::vector<Analysis>> readings_;
};

}  // namespace schakel
