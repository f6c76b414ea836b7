#include "analyzers/compounds/compound_traits.hpp"

#include <algorithm>
#include <array>

#include "analyzers/compounds/word_formation.hpp"

namespace schakel {

namespace {

bool has(std::uint8_t bits, std::uint8_t bit) { return (bits & bit) != 0; }

/// A count as the lexicon keeps it, back to log2(1 + n).
double log_count(std::uint8_t kept) { return kept / 8.0; }

const LexiconEntry& lemma_of(const Lexicon& lexicon, const LexiconEntry& entry) {
    return entry.lemma == no_word ? entry : lexicon.entry(entry.lemma);
}

bool is_only(const LexiconEntry& entry, std::uint8_t wanted, std::uint8_t stronger) {
    return has(entry.classes, wanted) && !has(entry.classes, stronger);
}

PartPlace place_of(std::string_view word, const PartCandidate& part) {
    if (part.end == word.size()) return PartPlace::last;
    return part.begin == 0 ? PartPlace::first : PartPlace::middle;
}

double frequency_at(const LexiconEntry& entry, PartPlace place) {
    if (place == PartPlace::first) return log_count(entry.begins);
    if (place == PartPlace::last) return log_count(entry.ends);
    return log_count(std::max(entry.begins, entry.ends));
}

/// The same by the likeliest reading of the listed words.
double likely_frequency_at(const LexiconEntry& entry, PartPlace place) {
    if (place == PartPlace::first) return log_count(entry.likely_begins);
    if (place == PartPlace::last) return log_count(entry.likely_ends);
    return log_count(std::max(entry.likely_begins, entry.likely_ends));
}

double likely_frequency_elsewhere(const LexiconEntry& entry, PartPlace place) {
    if (place == PartPlace::first) return log_count(entry.likely_ends);
    if (place == PartPlace::last) return log_count(entry.likely_begins);
    return log_count(std::min(entry.likely_begins, entry.likely_ends));
}

/// At the other end of words than `place`.
double frequency_elsewhere(const LexiconEntry& entry, PartPlace place) {
    if (place == PartPlace::first) return log_count(entry.ends);
    if (place == PartPlace::last) return log_count(entry.begins);
    return log_count(std::min(entry.begins, entry.ends));
}

/// log2(1 + dictionaries): one says most.
double headword_of(const LexiconEntry& entry, const LexiconEntry& lemma) {
    constexpr std::array<double, 10> log2_above{0, 1, 1.585, 2, 2.322, 2.585, 2.807, 3, 3.17, 3.322};
    return log2_above[std::min<std::size_t>(std::max(entry.dictionaries, lemma.dictionaries), log2_above.size() - 1)];
}

std::uint8_t role_at(PartPlace place) {
    constexpr std::array<std::uint8_t, part_places> roles{role_begin, role_middle, role_end};
    return roles[static_cast<std::size_t>(place)];
}

/// Collects the traits of one part.
struct PartTraits {
    PartPlace place;
    TraitList& list;

    void add(PartTrait trait, double value = 1) const { list.add(number_of(trait, place), value); }
    void add_if(bool present, PartTrait trait) const { add(trait, present ? 1 : 0); }
};

void add_length(const PartTraits& traits, const PartCandidate& part) {
    const std::size_t letters = part.stem_end - part.begin;
    traits.add_if(letters <= 2, PartTrait::letters_2);
    traits.add_if(letters == 3, PartTrait::letters_3);
    traits.add_if(letters == 4, PartTrait::letters_4);
    traits.add_if(letters == 5, PartTrait::letters_5);
    traits.add(PartTrait::letters_over_8, letters > 8 ? static_cast<double>(letters - 8) : 0);
}

void add_frequency(const PartTraits& traits, std::size_t letters, const LexiconEntry& entry,
                   const LexiconEntry& lemma) {
    const double frequency = frequency_at(entry, traits.place);
    traits.add(PartTrait::frequency, frequency);
    traits.add(PartTrait::short_frequency, letters <= 4 ? frequency : 0);
    traits.add(PartTrait::frequent, std::max(frequency - 5, 0.0));
    traits.add_if(frequency == 0 && letters <= 4, PartTrait::short_never_here);
    traits.add_if(frequency == 0, PartTrait::never_here);
    traits.add(PartTrait::lemma_frequency, frequency_at(lemma, traits.place));
    const double elsewhere =
        std::max(frequency_elsewhere(entry, traits.place), frequency_elsewhere(lemma, traits.place));
    traits.add(PartTrait::elsewhere, elsewhere);
    traits.add(PartTrait::short_elsewhere, letters <= 4 ? elsewhere : 0);
    traits.add_if(has(lemma.roles, role_at(traits.place)), PartTrait::lemma_role);
    traits.add_if(has(entry.roles, role_at(traits.place)), PartTrait::role);
}

void add_likely_use(const PartTraits& traits, const LexiconEntry& entry, const LexiconEntry& lemma) {
    constexpr double half_a_word = 0.5;  // as log2(1 + n), somewhat less
    const double frequency = likely_frequency_at(entry, traits.place);
    traits.add(PartTrait::likely_frequency, frequency);
    traits.add(PartTrait::likely_elsewhere, likely_frequency_elsewhere(entry, traits.place));
    traits.add_if(frequency < half_a_word, PartTrait::likely_never);
    const double dictionaries = headword_of(entry, lemma);
    traits.add(PartTrait::dictionaries, dictionaries);
    traits.add_if(dictionaries == 0, PartTrait::no_dictionary);
}

void add_classes(const PartTraits& traits, const LexiconEntry& entry) {
    traits.add_if(is_only(entry, class_verb, class_noun), PartTrait::verb);
    traits.add_if(is_only(entry, class_adjective, class_noun | class_verb), PartTrait::adjective);
    traits.add_if(entry.classes == class_other, PartTrait::other);
    traits.add_if(entry.classes == class_name, PartTrait::name);
    traits.add_if(has(entry.classes, class_abbreviation), PartTrait::abbreviation);
    traits.add_if(has(entry.roles, role_plural), PartTrait::plural);
    traits.add_if(has(entry.roles, role_past_or_participle) && !has(entry.classes, class_noun), PartTrait::past);
    traits.add_if(has(entry.roles, role_diminutive), PartTrait::diminutive);
    traits.add_if(is_only(entry, class_verb, class_noun) && has(entry.roles, role_lemma), PartTrait::infinitive);
}

void add_formation(const PartTraits& traits, std::string_view stem) {
    traits.add_if(is_particle(stem), PartTrait::particle);
    traits.add_if(is_prefix(stem), PartTrait::prefix);
    traits.add_if(is_suffix(stem), PartTrait::suffix);
}

/// Whether `text` ends in a verb of the list, long enough not to be one by chance.
bool ends_in_verb(const Lexicon& lexicon, std::string_view text) {
    constexpr std::size_t shortest_verb = 6;
    for (std::size_t begin = 0; begin + shortest_verb <= text.size(); ++begin) {
        const auto word = lexicon.find(text.substr(begin));
        if (word && has(lexicon.entry(*word).classes, class_verb)) return true;
    }
    return false;
}

/// The verb of a participle that serves as a noun, as much one word as that: ondersteunen for ondersteunenden. no_word for others.
WordNumber verb_of_participle(const Lexicon& lexicon, std::string_view word) {
    constexpr std::string_view ending = "den";
    if (!word.ends_with("enden")) return no_word;
    const auto verb = lexicon.find(word.substr(0, word.size() - ending.size()));
    return verb && has(lexicon.entry(*verb).classes, class_verb) ? *verb : no_word;
}

/// Whether the word ends like a participle that serves as a noun: ondersteunen|den and ondersteun|enden, not week|enden.
bool ends_as_participle(const Lexicon& lexicon, std::string_view word, std::string_view last) {
    constexpr std::string_view ending = "den";
    const std::string_view infinitive = word.substr(0, word.size() - std::min(word.size(), ending.size()));
    if (last == ending) return infinitive.ends_with("en");
    return last == "enden" && ends_in_verb(lexicon, infinitive);
}

/// How far the part is an ending that looks like a word.
double inflection_of(const Lexicon& lexicon, std::string_view word, std::string_view stem, PartPlace place) {
    constexpr double beyond_doubt = 10;
    if (place == PartPlace::last && ends_as_participle(lexicon, word, stem)) return beyond_doubt;
    return is_inflection(stem) ? 1 : 0;
}

/// The letters of the part with their linking as a word of the list.
void add_linked_form(TraitList& list, const Lexicon& lexicon, std::string_view word, const PartCandidate& part) {
    if (part.kind != PartKind::word) return;
    const auto form = lexicon.find(word.substr(part.begin, part.end - part.begin));
    const bool other = form && lexicon.entry(*form).lemma != lexicon.entry(part.word).lemma;
    list.add(number_of(LinkTrait::en_or_n_known), form ? 1 : 0);
    list.add(number_of(LinkTrait::en_or_n_of_other), other ? 1 : 0);
}

/// `LexiconEntry::linking_s` as ln of odds; 0, the average, for what is no word of the list.
double odds_of_s(const LexiconEntry* entry) { return entry == nullptr ? 0 : entry->linking_s / 20.0; }

void add_linking_s(TraitList& list, std::string_view stem, const LexiconEntry* entry) {
    list.add(number_of(LinkTrait::s), 1);
    list.add(number_of(LinkTrait::s_expected), takes_linking_s(stem) ? 1 : 0);
    list.add(number_of(LinkTrait::s_listed), entry != nullptr && has(entry->roles, role_begin_with_s) ? 1 : 0);
    const bool only_without =
        entry != nullptr && has(entry->roles, role_begin) && !has(entry->roles, role_begin_with_s);
    list.add(number_of(LinkTrait::s_unlisted), only_without ? 1 : 0);
    list.add(number_of(LinkTrait::s_after_s), refuses_linking_s(stem) ? 1 : 0);
    list.add(number_of(LinkTrait::s_odds), odds_of_s(entry));
}

void add_missing_s(TraitList& list, std::string_view stem, const LexiconEntry* entry, bool before_s) {
    const bool only_with_s = entry != nullptr && has(entry->roles, role_begin_with_s) && !has(entry->roles, role_begin);
    list.add(number_of(LinkTrait::s_missing), takes_linking_s(stem) ? 1 : 0);
    list.add(number_of(LinkTrait::s_only_listed), only_with_s ? 1 : 0);
    list.add(number_of(LinkTrait::none_odds), odds_of_s(entry));
    list.add(number_of(LinkTrait::none_odds_before_s), before_s ? odds_of_s(entry) : 0);
}

void add_linking(TraitList& list, const Lexicon& lexicon, std::string_view word, const PartCandidate& part) {
    constexpr std::array<LinkTrait, 7> plain{LinkTrait::s, LinkTrait::s,  LinkTrait::en,    LinkTrait::e,
                                             LinkTrait::n, LinkTrait::er, LinkTrait::hyphen};
    const std::string_view stem = word.substr(part.begin, part.stem_end - part.begin);
    const LexiconEntry* entry = part.word == no_word ? nullptr : &lexicon.entry(part.word);
    if (part.linking == Linking::none)
        add_missing_s(list, stem, entry, word[part.end] == 's');
    else if (part.linking == Linking::s)
        add_linking_s(list, stem, entry);
    else
        list.add(number_of(plain[static_cast<std::size_t>(part.linking)]), 1);
    if (part.linking == Linking::en || part.linking == Linking::n) add_linked_form(list, lexicon, word, part);
    list.add(number_of(LinkTrait::vowel_clash), vowels_clash(word[part.end - 1], word[part.end]) ? 1 : 0);
}

void add_whole_frequency(TraitList& list, const LexiconEntry& form, const LexiconEntry& lemma) {
    LexiconEntry entry = form;  // an inflected form is as much one word as its base form
    entry.begins = std::max(form.begins, lemma.begins);
    entry.ends = std::max(form.ends, lemma.ends);
    entry.roles = static_cast<std::uint8_t>(form.roles | lemma.roles);
    entry.base = std::min(form.base, lemma.base);
    list.add(number_of(WholeTrait::listed), 1);
    list.add(number_of(WholeTrait::frequency_first), log_count(entry.begins));
    list.add(number_of(WholeTrait::frequency_last), log_count(entry.ends));
    list.add(number_of(WholeTrait::begins_any), entry.begins > 0 ? 1 : 0);
    list.add(number_of(WholeTrait::ends_any), entry.ends > 0 ? 1 : 0);
    list.add(number_of(WholeTrait::frequent_first), std::max(log_count(entry.begins) - 4.5, 0.0));
    list.add(number_of(WholeTrait::frequent_last), std::max(log_count(entry.ends) - 4.5, 0.0));
    list.add(number_of(WholeTrait::role_first), has(entry.roles, role_begin) ? 1 : 0);
    list.add(number_of(WholeTrait::role_last), has(entry.roles, role_end) ? 1 : 0);
    list.add(number_of(WholeTrait::role_s), has(entry.roles, role_begin_with_s) ? 1 : 0);
    list.add(number_of(WholeTrait::adjective), is_only(entry, class_adjective, class_noun | class_verb) ? 1 : 0);
    list.add(number_of(WholeTrait::other), entry.classes == class_other ? 1 : 0);
    list.add(number_of(WholeTrait::name), entry.classes == class_name ? 1 : 0);
    list.add(number_of(WholeTrait::derived), entry.base != no_word ? 1 : 0);
    const double dictionaries = headword_of(form, lemma);
    list.add(number_of(WholeTrait::dictionaries), dictionaries);
    list.add(number_of(WholeTrait::no_dictionary), dictionaries == 0 ? 1 : 0);
    list.add(number_of(WholeTrait::likely_first), log_count(std::max(form.likely_begins, lemma.likely_begins)));
    list.add(number_of(WholeTrait::likely_last), log_count(std::max(form.likely_ends, lemma.likely_ends)));
}

void add_whole_length(TraitList& list, std::size_t letters) {
    list.add(number_of(WholeTrait::letters_to_6), letters <= 6 ? 1 : 0);
    list.add(number_of(WholeTrait::letters_7), letters == 7 || letters == 8 ? 1 : 0);
    list.add(number_of(WholeTrait::letters_9), letters == 9 || letters == 10 ? 1 : 0);
    list.add(number_of(WholeTrait::letters_over_10), letters > 10 ? static_cast<double>(letters - 10) : 0);
}

}  // namespace

TraitList traits_of_part(const Lexicon& lexicon, std::string_view word, const PartCandidate& part) {
    TraitList list;
    const PartTraits traits{place_of(word, part), list};
    const std::string_view stem = word.substr(part.begin, part.stem_end - part.begin);
    traits.add(PartTrait::present);
    add_length(traits, part);
    traits.add(PartTrait::word_length, word.size() > 12 ? static_cast<double>(word.size() - 12) : 0);
    traits.add_if(part.kind == PartKind::digits, PartTrait::digits);
    traits.add_if(part.kind == PartKind::bound, PartTrait::bound);
    traits.add_if(part.kind == PartKind::derived, PartTrait::derived);
    traits.add_if(part.kind == PartKind::unknown, PartTrait::unknown);
    if (part.kind == PartKind::unknown && stem.size() > 4)
        traits.add(PartTrait::unknown_letters, static_cast<double>(stem.size() - 4));
    traits.add_if(part.kind == PartKind::abbreviation, PartTrait::abbreviation);
    traits.add(PartTrait::inflection, inflection_of(lexicon, word, stem, traits.place));
    if (part.word != no_word) {
        const LexiconEntry& entry = lexicon.entry(part.word);
        add_frequency(traits, stem.size(), entry, lemma_of(lexicon, entry));
        add_likely_use(traits, entry, lemma_of(lexicon, entry));
        add_classes(traits, entry);
        add_formation(traits, stem);
        const bool may_have_prefix = stem.size() > 4;
        traits.add_if(may_have_prefix && (starts_with_prefix(stem) || starts_with_particle(lexicon, stem)),
                      PartTrait::particle_verb);
    }
    if (traits.place != PartPlace::last) add_linking(list, lexicon, word, part);
    return list;
}

TraitList traits_of_whole(const Lexicon& lexicon, std::string_view word, WordNumber listed) {
    TraitList list;
    const WordNumber number = listed == no_word ? verb_of_participle(lexicon, word) : listed;
    const bool particle = starts_with_particle(lexicon, word);
    const bool prefix = starts_with_prefix(word);
    if (number != no_word) {
        const LexiconEntry& entry = lexicon.entry(number);
        const bool verb = is_only(entry, class_verb, class_noun);
        list.add(number_of(WholeTrait::verb), verb ? 1 : 0);
        list.add(number_of(WholeTrait::formed_verb), verb && (particle || prefix) ? 1 : 0);
        add_whole_frequency(list, entry, lemma_of(lexicon, entry));
    }
    list.add(number_of(WholeTrait::particle_verb), particle ? 1 : 0);
    list.add(number_of(WholeTrait::prefix), prefix ? 1 : 0);
    list.add(number_of(WholeTrait::suffix), ends_with_suffix(word) ? 1 : 0);
    list.add(number_of(WholeTrait::fixed_head), ends_with_fixed_head(word) ? 1 : 0);
    add_whole_length(list, word.size());
    return list;
}

}  // namespace schakel
