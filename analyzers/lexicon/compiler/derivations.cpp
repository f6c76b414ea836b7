#include "analyzers/lexicon/compiler/derivations.hpp"

#include <array>
#include <string>
#include <string_view>

#include "analyzers/lexicon/compiler/spelling.hpp"
#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

namespace {

/// A suffix, what stood in its place, and which class the word without it must have.
struct Suffix {
    std::string_view suffix;
    std::string_view replacement;
    std::uint8_t base_class = 0;
    std::size_t least_base = 3;  // letters
};

constexpr std::array suffixes = {
    Suffix{"heid", "", class_adjective},   Suffix{"biliteit", "bel", class_adjective},
    Suffix{"ering", "eren", class_verb},   Suffix{"ing", "en", class_verb, 4},
    Suffix{"elijk", "", class_noun},       Suffix{"elijk", "e", class_noun, 4},
    Suffix{"lijk", "", class_noun, 4},     Suffix{"erig", "", class_noun},
    Suffix{"ig", "e", class_noun, 4},      Suffix{"ig", "", class_noun},
    Suffix{"atie", "eren", class_verb, 6}, Suffix{"aar", "en", class_verb, 6},
    Suffix{"er", "en", class_verb, 7},     Suffix{"ster", "en", class_verb, 7},
    Suffix{"schap", "", class_noun, 4},
};

bool is_base(FormNumber form, std::uint8_t base_class, const Analyses& analyses) {
    for (const Analysis& reading : analyses.of(form))
        if (reading.lemma == form && (reading.classes & base_class) != 0) return true;
    return false;
}

std::optional<FormNumber> base_form(std::string_view text, const Suffix& suffix, const Analyses& analyses) {
    if (text.size() < suffix.least_base) return std::nullopt;
    const auto form = analyses.words().find(text);
    if (form && is_base(*form, suffix.base_class, analyses)) return analyses.lemma(*form);
    return std::nullopt;
}

/// machtig → macht, zonnig → zon, armoedig → armoede: the ending may have opened the last syllable.
std::optional<FormNumber> without(std::string_view text, const Suffix& suffix, const Analyses& analyses) {
    if (!text.ends_with(suffix.suffix)) return std::nullopt;
    const std::string stem(text.substr(0, text.size() - suffix.suffix.size()));
    if (const auto base = base_form(stem + std::string(suffix.replacement), suffix, analyses)) return base;
    const bool opens = is_vowel(suffix.suffix.front()) && suffix.replacement.empty();
    if (!opens || stem.size() < 2) return std::nullopt;
    for (const std::string& closed : stems_of(stem + "en"))
        if (const auto base = base_form(closed, suffix, analyses)) return base;
    return std::nullopt;
}

/// dakloze → dakloos: a noun that is the inflected form of an adjective.
std::optional<FormNumber> adjective_of(FormNumber lemma, const Analyses& analyses) {
    for (const Analysis& reading : analyses.of(lemma))
        if (reading.lemma != lemma && (reading.classes & class_adjective) != 0) return analyses.lemma(reading.lemma);
    return std::nullopt;
}

/// werken → werk: the noun with the same stem, where both are base forms.
std::optional<FormNumber> noun_of(FormNumber lemma, const Analyses& analyses) {
    for (const Analysis& reading : analyses.of(lemma))
        if (reading.lemma != lemma && reading.evidence >= Evidence::dictionary_plural &&
            reading.evidence <= Evidence::regular_plural && is_base(lemma, class_verb, analyses))
            return analyses.lemma(reading.lemma);
    return std::nullopt;
}

}  // namespace

std::optional<FormNumber> derivation_base(FormNumber lemma, const Analyses& analyses) {
    if (const auto adjective = adjective_of(lemma, analyses); adjective && *adjective != lemma) return adjective;
    if (const auto noun = noun_of(lemma, analyses)) return noun;
    const std::string_view text = analyses.words()[lemma].text;
    for (const Suffix& suffix : suffixes)
        if (const auto base = without(text, suffix, analyses); base && *base != lemma) return base;
    return std::nullopt;
}

}  // namespace schakel
