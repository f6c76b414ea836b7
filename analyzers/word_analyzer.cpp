#include "analyzers/word_analyzer.hpp"

#include <algorithm>
#include <array>

#include "analyzers/compounds/word_formation.hpp"
#include "analyzers/term_length.hpp"
#include "config/folding.hpp"

namespace schakel {

namespace {

constexpr std::size_t shortest_particle = 2;    // letters: af, op
constexpr std::size_t longest_particle = 6;     // letters: binnen
constexpr std::size_t shortest_verb = 4;        // letters
constexpr std::size_t most_parts_combined = 6;  // of longer compounds no inner words are looked up

/// "foto's" → "foto", "baby'tje" → "baby", "ggd'en" → "ggd", "zzp'er" → "zzp".
std::string_view without_apostrophe_suffix(std::string_view folded) {
    static constexpr std::array<std::string_view, 12> suffixes{"s",    "en", "er",  "ers",  "ers'", "tje",
                                                               "tjes", "je", "jes", "ende", "t",    "ster"};
    const std::size_t apostrophe = folded.rfind('\'');
    if (apostrophe == std::string_view::npos || apostrophe == 0) return folded;
    const std::string_view suffix = folded.substr(apostrophe + 1);
    const bool inflection = std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end();
    return inflection || suffix.empty() ? folded.substr(0, apostrophe) : folded;
}

/// "g.g.z" and "g.g.z." → "ggz": single letters joined by dots.
std::string without_initial_dots(std::string_view folded) {
    if (folded.size() < 3 || folded[1] != '.') return std::string(folded);
    std::string letters;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const bool dot_expected = i % 2 == 1;
        if ((folded[i] == '.') != dot_expected) return std::string(folded);
        if (!dot_expected) letters += folded[i];
    }
    return letters;
}

/// The hyphen of a listed spelling is no part of a term: "co-ouder" and "coouder" are one word.
std::string without_hyphens(std::string text) {
    std::erase(text, '-');
    return text;
}

/// "fotos", "regios": the apostrophe of "foto's" is often left out.
bool ends_in_vowel_and_s(std::string_view folded) {
    constexpr std::string_view vowels = "aiouy";
    return folded.size() > 4 && folded.back() == 's' &&
           vowels.find(folded[folded.size() - 2]) != std::string_view::npos;
}

/// The base form of a verb is sometimes that of a noun (schaalt → schaal): schaal, schalen, schaallen.
std::vector<std::string> infinitives_of(const std::string& base) {
    std::vector<std::string> infinitives{base, base + "en", base + base.back() + "en"};
    if (base.size() > 3 && base[base.size() - 2] == base[base.size() - 3])
        infinitives.push_back(base.substr(0, base.size() - 2) + base.back() + "en");
    return infinitives;
}

/// Names and letter words are no compounds, whatever they look like: Movisie is no visie.
bool may_be_compound(WordRule rule) {
    return rule != WordRule::unchanged && rule != WordRule::abbreviation && rule != WordRule::exception;
}

std::string_view slice(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin);
}

}  // namespace

WordAnalyzer::Decision WordAnalyzer::from_tables(std::string_view folded) const {
    if (const auto exception = data_.stem_exceptions.find(folded); exception != data_.stem_exceptions.end())
        return {exception->second, WordRule::exception};
    if (data_.verbatim.contains(folded)) return {std::string(folded), WordRule::unchanged};
    if (const auto known = data_.abbreviations.find(folded); known != data_.abbreviations.end())
        return {known->second, WordRule::abbreviation};
    return {};
}

WordAnalyzer::Decision WordAnalyzer::from_lexicon(std::string_view folded) const {
    const Lexicon& lexicon = *data_.lexicon;
    const auto word = lexicon.find(folded);
    if (!word) return {};
    return {without_hyphens(std::string(lexicon.text(lexicon.entry(*word).lemma))), WordRule::lexicon};
}

WordAnalyzer::Decision WordAnalyzer::from_stemmer(std::string_view folded) const {
    return {stemmer_.stem(folded), WordRule::stemmer};
}

WordAnalyzer::Decision WordAnalyzer::decide(std::string_view folded) const {
    if (Decision decision = from_tables(folded); !decision.term.empty()) return decision;
    return from_lexicon(folded);
}

std::string WordAnalyzer::term_of(std::string_view folded) const {
    Decision decision = decide(folded);
    if (decision.term.empty()) decision = from_stemmer(folded);
    return shortened_term(std::move(decision.term));
}

/// "rechts" in rechtsbijstand is recht with a linking s, whatever else it is by itself.
std::string WordAnalyzer::part_term_of(std::string_view part, bool last) const {
    return term_of(!last && is_half_with_s(part) ? part.substr(0, part.size() - 1) : part);
}

void WordAnalyzer::add_parts(Word& word) const {
    std::vector<CompoundPart> parts;
    splitter_.split(word.split, parts);
    if (parts.size() < 2) {
        word.split.clear();
        return;
    }
    for (const CompoundPart& part : parts)
        word.parts.push_back({part_term_of(slice(word.split, part.begin, part.stem_end), part.end == word.split.size()),
                              static_cast<std::uint32_t>(part.begin), static_cast<std::uint32_t>(part.end)});
    if (parts.size() > 2 && parts.size() <= most_parts_combined) add_inner_words(word);
}

void WordAnalyzer::add_inner_words(Word& word) const {
    const std::vector<WordPart>& parts = word.parts;
    for (std::size_t first = 0; first + 1 < parts.size(); ++first)
        for (std::size_t last = first + 1; last < parts.size(); ++last) {
            if (first == 0 && last + 1 == parts.size()) continue;
            const std::string_view inner = slice(word.split, parts[first].begin, parts[last].end);
            Decision found = decide(inner);
            if (found.term.empty() && inner.ends_with('s')) found = decide(inner.substr(0, inner.size() - 1));
            if (!found.term.empty()) word.inner.push_back(shortened_term(std::move(found.term)));
        }
}

/// "ervarings-", "welzijns-": half of a compound, with the s that links it.
bool WordAnalyzer::is_half_with_s(std::string_view folded) const {
    if (!folded.ends_with('s')) return false;
    const auto noun = data_.lexicon->find(folded.substr(0, folded.size() - 1));
    return noun && (data_.lexicon->entry(*noun).roles & role_begin_with_s) != 0;
}

/// A word that no table or list has may be an inflection they do not list: "ggd'en", and "regios" for "regio's".
std::string WordAnalyzer::without_unlisted_ending(const std::string& folded) const {
    const std::string_view stripped = without_apostrophe_suffix(folded);
    if (stripped.size() < folded.size()) return std::string(stripped);
    if (is_half_with_s(folded)) return folded.substr(0, folded.size() - 1);
    if (!ends_in_vowel_and_s(folded)) return folded;
    std::string singular = folded.substr(0, folded.size() - 1);
    if (!decide(singular).term.empty()) return singular;
    std::vector<CompoundPart> parts;
    splitter_.split(folded, parts);
    if (parts.empty()) splitter_.split(singular, parts);
    return !parts.empty() && parts.back().end == singular.size() ? singular : folded;
}

/// "GGDen", "zzpers": an abbreviation with an ending and no apostrophe.
WordAnalyzer::Decision WordAnalyzer::from_abbreviation(std::string_view folded) const {
    for (const std::string_view ending : {"ers", "er", "en", "s"}) {
        if (!folded.ends_with(ending)) continue;
        const auto known = data_.abbreviations.find(folded.substr(0, folded.size() - ending.size()));
        if (known != data_.abbreviations.end()) return {known->second, WordRule::abbreviation};
    }
    return {};
}

/// "opschaalde": a form of a listed verb behind a particle that the list does not have with it.
WordAnalyzer::Decision WordAnalyzer::from_verb(std::string_view folded) const {
    const Lexicon& lexicon = *data_.lexicon;
    for (std::size_t cut = shortest_particle; cut <= longest_particle && cut + shortest_verb <= folded.size(); ++cut) {
        const std::string particle(folded.substr(0, cut));
        if (!is_particle(particle)) continue;
        const auto verb = lexicon.find(folded.substr(cut));
        if (!verb || (lexicon.entry(*verb).classes & class_verb) == 0) continue;
        for (const std::string& infinitive : infinitives_of(std::string(lexicon.text(lexicon.entry(*verb).lemma))))
            if (lexicon.find(particle + infinitive)) return {particle + infinitive, WordRule::lexicon};
    }
    return {};
}

WordAnalyzer::Decision WordAnalyzer::decide_folded(Word& word, std::string folded) const {
    Decision decision = decide(folded);
    if (decision.term.empty()) {
        folded = without_unlisted_ending(folded);
        decision = data_.stop_words.contains(folded) ? Decision{folded, WordRule::unchanged} : decide(folded);
    }
    if (decision.term.empty()) decision = from_abbreviation(folded);
    if (may_be_compound(decision.rule)) {
        word.split = folded;
        add_parts(word);
    }
    if (decision.term.empty() && !word.parts.empty())
        decision = {word.split.substr(0, word.parts.back().begin) + word.parts.back().term, WordRule::compound};
    if (decision.term.empty()) decision = from_verb(folded);
    if (decision.term.empty() && !folded.empty()) decision = from_stemmer(folded);
    return decision;
}

Word WordAnalyzer::analyze(std::string_view written) const {
    Word word;
    word.form = shortened_term(fold(written));
    std::string folded = without_initial_dots(word.form);
    Decision decision;
    if (const auto known = data_.exact_abbreviations.find(written); known != data_.exact_abbreviations.end()) {
        decision = {known->second, WordRule::abbreviation};
    } else if (data_.stop_words.contains(word.form) || data_.stop_words.contains(folded)) {
        decision = {folded, WordRule::stop_word};
        word.stop = true;
    } else if (const auto spelt = data_.spellings.find(folded); spelt != data_.spellings.end()) {
        decision = decide_folded(word, without_hyphens(spelt->second));
        decision.rule = WordRule::spelling;
    } else {
        decision = decide_folded(word, std::move(folded));
    }
    word.term = shortened_term(std::move(decision.term));
    word.rule = decision.rule;
    return word;
}

}  // namespace schakel
