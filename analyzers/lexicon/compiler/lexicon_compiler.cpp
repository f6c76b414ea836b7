#include "analyzers/lexicon/compiler/lexicon_compiler.hpp"

#include "analyzers/lexicon/compiler/adjective_paradigm.hpp"
#include "analyzers/lexicon/compiler/derivations.hpp"
#include "analyzers/lexicon/compiler/head_inheritance.hpp"
#include "analyzers/lexicon/compiler/headwords.hpp"
#include "analyzers/lexicon/compiler/likely_parts.hpp"
#include "analyzers/lexicon/compiler/noun_paradigm.hpp"
#include "analyzers/lexicon/compiler/part_counts.hpp"
#include "analyzers/lexicon/compiler/plural_dominance.hpp"
#include "analyzers/lexicon/compiler/verb_paradigm.hpp"

namespace schakel {

namespace {

Result<void> add_tables(const std::filesystem::path& tables, Analyses& analyses) {
    const auto chosen = add_table(tables / "gekozen_grondvormen.tsv", "vorm", "grondvorm", Evidence::chosen, analyses);
    if (!chosen) return chosen;
    const auto plurals = add_table(tables / "onregelmatige_meervouden.tsv", "meervoud", "enkelvoud",
                                   Evidence::irregular_plural, analyses);
    if (!plurals) return plurals;
    const auto function_words = add_fixed_words(tables / "functiewoorden.tsv", class_other, analyses);
    if (!function_words) return function_words;
    return add_fixed_words(tables / "vaste_verkleinwoorden.tsv", class_noun, analyses);
}

/// Verbs that the dictionary has without forms, known by their last part: hernummeren, doorwoekeren.
void add_inherited_verbs(const StrongVerbs& strong, Analyses& analyses) {
    for (FormNumber form = 0; form < analyses.words().size(); ++form) {
        const Analysis* reading = analyses.best(form);
        if (reading != nullptr && reading->lemma == form && reading->evidence == Evidence::inherited &&
            (reading->classes & class_verb) != 0)
            add_verb_paradigm(form, strong, analyses);
    }
}

/// Words that nothing is known of, or only that they end like a noun: their forms by all rules.
void add_guesses(Analyses& analyses) {
    std::vector<FormNumber> unknown;
    for (FormNumber form = 0; form < analyses.words().size(); ++form)
        if (analyses.lemma(form) == form) unknown.push_back(form);
    for (const FormNumber form : unknown) {
        const Analysis* reading = analyses.best(form);
        if (looks_like_adjective(analyses.words()[form].text, analyses.words()))
            add_adjective_paradigm(form, Evidence::guessed, analyses);
        if (reading == nullptr || (reading->classes & class_noun) != 0) add_guessed_noun(form, analyses);
    }
}

std::uint8_t role_of(Inflection inflection) {
    switch (inflection) {
        case Inflection::base: return role_lemma;
        case Inflection::plural: return role_plural;
        case Inflection::diminutive: return role_diminutive;
        case Inflection::past_or_participle: return role_past_or_participle;
        default: return 0;
    }
}

std::uint8_t classes_of(FormNumber form, const Analyses& analyses) {
    unsigned classes = analyses.words()[form].classes;
    for (const Analysis& reading : analyses.of(form)) classes |= reading.classes;
    if (classes == 0) classes = classes_of_head(form, analyses);
    if (classes == 0) classes = class_other;
    return static_cast<std::uint8_t>(classes);
}

Origin origin_of(FormNumber form, const Analyses& analyses) {
    const FormNumber lemma = analyses.lemma(form);
    return {lemma, derivation_base(lemma, analyses).value_or(underived)};
}

/// How a form is used in longer words.
struct Use {
    PartCount count;
    LikelyUse likely;
};

void add_use(const Use& use, LexiconWord& word) {
    word.begins = on_log_scale(use.count.begins);
    word.ends = on_log_scale(use.count.ends);
    word.likely_begins = on_log_scale(use.likely.begins);
    word.likely_ends = on_log_scale(use.likely.ends);
    word.linking_s = on_odds_scale(use.likely.linking_s);
}

LexiconWord word_of(FormNumber form, const Origin& origin, const Use& use, const Analyses& analyses) {
    const WordList& words = analyses.words();
    LexiconWord word;
    word.text = words[form].text;
    const std::string unlisted = unlisted_lemma(origin.lemma, analyses);
    word.lemma = unlisted.empty() ? words[origin.lemma].text : unlisted;
    word.classes = classes_of(form, analyses);
    word.roles = words[form].roles;
    if (origin.lemma == form)
        word.roles |= role_of(unlisted.empty() ? Inflection::base : Inflection::plural);
    else
        word.roles |= role_of(analyses.best(form)->inflection);
    if (origin.base != underived) word.base = words[origin.base].text;
    add_use(use, word);
    return word;
}

std::vector<LexiconWord> words_of(const Analyses& analyses, const Headwords& headwords) {
    std::vector<Origin> origins;
    for (FormNumber form = 0; form < analyses.words().size(); ++form) origins.push_back(origin_of(form, analyses));
    const std::vector<PartCount> counts = count_parts(analyses.words(), origins);
    const std::vector<LikelyUse> uses = likely_uses(analyses.words(), origins);
    std::vector<LexiconWord> words;
    for (FormNumber form = 0; form < analyses.words().size(); ++form) {
        words.push_back(word_of(form, origins[form], {counts[form], uses[form]}, analyses));
        words.back().dictionaries = dictionaries_with(words.back().text, headwords);
    }
    return words;
}

}  // namespace

Result<std::vector<LexiconWord>> compile_lexicon(const LexiconSources& sources) {
    auto words = WordList::read(sources.words);
    if (!words) return tl::unexpected(words.error());
    const auto affixes = AffixFile::read(sources.affixes);
    if (!affixes) return tl::unexpected(affixes.error());
    const auto entries = read_dictionary(sources.dictionary, *words);
    if (!entries) return tl::unexpected(entries.error());
    const auto strong = read_strong_verbs(sources.tables / "sterke_werkwoorden.tsv");
    if (!strong) return tl::unexpected(strong.error());
    const auto headwords = read_headwords(sources.headwords);
    if (!headwords) return tl::unexpected(headwords.error());
    add_affix_forms(*entries, *affixes, *words);

    Analyses analyses(*words);
    if (const auto added = add_tables(sources.tables, analyses); !added) return tl::unexpected(added.error());
    add_dictionary_nouns(*entries, *affixes, analyses);
    add_dictionary_adjectives(*entries, analyses);
    const std::vector<FormNumber> verbs = infinitives(*entries, *affixes, *strong, *words);
    for (const FormNumber verb : verbs) add_verb_paradigm(verb, *strong, analyses);
    add_names(*words, analyses);
    prefer_dominant_plurals(verbs, analyses);
    inherit_from_heads(analyses);
    add_inherited_verbs(*strong, analyses);
    add_guesses(analyses);
    return words_of(analyses, *headwords);
}

}  // namespace schakel
