#include "analyzers/lexicon/compiler/verb_paradigm.hpp"

#include <algorithm>
#include <array>

#include "analyzers/lexicon/compiler/adjective_paradigm.hpp"
#include "analyzers/lexicon/compiler/spelling.hpp"
#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

namespace {

/// Parts before a verb that never take ge- behind them: verwerkt, ondersteund, overlegd.
constexpr std::array<std::string_view, 18> inseparable = {"be",   "ge",    "ver",  "ont",    "her",  "er",
                                                          "mis",  "onder", "over", "door",   "voor", "vol",
                                                          "weer", "om",    "aan",  "achter", "wan",  "de"};

/// Parts before a verb that have ge- behind them: opgebouwd. Words before a verb (hersenspoelen) are found through the verb.
constexpr std::array<std::string_view, 38> separable = {
    "aan",    "aaneen", "achter", "af",   "bij",   "bijeen", "binnen", "boven", "dicht", "door",
    "goed",   "in",     "los",    "mede", "mee",   "na",     "neer",   "om",    "onder", "op",
    "open",   "over",   "plaats", "rond", "samen", "tegen",  "terug",  "thuis", "toe",   "uit",
    "uiteen", "vast",   "vol",    "voor", "voort", "vrij",   "weer",   "weg"};

/// gered, gezet: stressed, so that only geredde and gezette can be inflected forms, not gerede and gezete.
bool has_short_last_vowel(std::string_view participle) {
    const std::size_t size = participle.size();
    return size > 3 && is_vowel(participle[size - 2]) && !is_vowel(participle[size - 3]) && participle[size - 2] != 'j';
}

/// Collects the forms of one infinitive.
class Paradigm {
public:
    Paradigm(FormNumber infinitive, Analyses& analyses)
        : infinitive_(infinitive), text_(analyses.words()[infinitive].text), analyses_(analyses) {}

    void add_base() {
        analyses_.add(text_, infinitive_, Evidence::infinitive, Inflection::base, class_verb);
        add_participle(text_ + "d", Evidence::present_participle, Inflection::other);
        add(text_ + "de", Evidence::present_participle, Inflection::other);
    }

    void add_regular() {
        for (const std::string& stem : stems_of(text_)) {
            add_present(stem);
            add_weak_past(stem);
        }
    }

    /// A participle without ge- of a verb in ge- looks like that of the verb without: gewonnen is of winnen.
    Evidence unless_ge(Evidence evidence) const { return text_.starts_with("ge") ? Evidence::verb : evidence; }

    /// The forms of `verb` behind what `text_` has in front of it.
    void add_strong(const StrongVerb& verb, std::string_view prefix) {
        const std::string before(prefix);
        for (const std::string& form : verb.present) add(before + form, Evidence::verb, Inflection::other);
        for (const std::string& form : verb.past) {
            const bool in_ing = form.ends_with("ing") || form.ends_with("ingen");
            add(before + form, in_ing ? Evidence::verb_in_ing : Evidence::irregular_verb,
                Inflection::past_or_participle);
        }
        for (const std::string& form : verb.participles) {
            add_participle(before + form, unless_ge(Evidence::past_participle), Inflection::past_or_participle);
            if (!before.empty() && form.starts_with("ge"))
                add_participle(before + form.substr(2), unless_ge(Evidence::past_participle),
                               Inflection::past_or_participle);
        }
    }

private:
    void add(const std::string& form, Evidence evidence, Inflection inflection) {
        if (form != text_) analyses_.add(form, infinitive_, evidence, inflection, class_verb);
    }

    /// A participle, and what the list has of it as an adjective: gewerkte, gewerkten.
    void add_participle(const std::string& participle, Evidence evidence, Inflection inflection) {
        if (!analyses_.words().has(participle)) return;
        add(participle, evidence, inflection);
        const auto number = analyses_.words().find(participle);
        if (participle.ends_with('e')) return;
        add_adjective_paradigm(*number, Evidence::adjective, analyses_);
        for (const std::string& inflected : with_vowel_ending(participle, "e")) {
            if (inflected.size() == participle.size() + 1 && has_short_last_vowel(participle)) continue;
            for (const char* ending : {"", "n"})
                analyses_.add(inflected + ending, *number, evidence, inflection, class_verb | class_adjective);
        }
    }

    void add_present(const std::string& stem) {
        add(stem, Evidence::verb, Inflection::other);
        if (!stem.ends_with('t')) add(stem + 't', Evidence::verb, Inflection::other);
    }

    void add_weak_past(const std::string& stem) {
        const char dental = takes_t(text_) ? 't' : 'd';
        add(stem + dental + 'e', Evidence::verb, Inflection::past_or_participle);
        add(stem + dental + "en", Evidence::verb, Inflection::past_or_participle);
        const std::string closed = stem.ends_with('t') || stem.ends_with('d') ? stem : stem + dental;
        add_participle("ge" + closed, Evidence::past_participle, Inflection::past_or_participle);
        for (const std::string_view particle : separable)
            if (closed.starts_with(particle))
                add_participle(std::string(particle) + "ge" + closed.substr(particle.size()), Evidence::past_participle,
                               Inflection::past_or_participle);
        if (has_inseparable_prefix())
            add_participle(closed, unless_ge(Evidence::past_participle), Inflection::past_or_participle);
    }

    bool has_inseparable_prefix() const {
        return std::ranges::any_of(inseparable, [this](auto prefix) { return text_.starts_with(prefix); });
    }

    FormNumber infinitive_;
    std::string text_;
    Analyses& analyses_;
};

/// A verb can stand behind a word or a particle, never behind a bare letter: krijgen is not k + rijgen.
bool can_be_prefix(std::string_view text, const WordList& words) {
    return std::ranges::find(inseparable, text) != inseparable.end() || (text.size() >= 2 && words.has(text));
}

/// The longest strong verb that the infinitive ends with, behind a prefix; the whole when it is one itself.
std::string_view strong_part(std::string_view infinitive, const StrongVerbs& strong, const WordList& words) {
    for (std::size_t start = 0; start + 3 < infinitive.size(); ++start)
        if (strong.contains(infinitive.substr(start)) &&
            (start == 0 || can_be_prefix(infinitive.substr(0, start), words)))
            return infinitive.substr(start);
    return {};
}

}  // namespace

void add_verb_paradigm(FormNumber infinitive, const StrongVerbs& strong, Analyses& analyses) {
    const std::string& text = analyses.words()[infinitive].text;
    Paradigm paradigm(infinitive, analyses);
    paradigm.add_base();
    const std::string_view part = strong_part(text, strong, analyses.words());
    if (!part.empty()) {
        const std::string_view prefix = std::string_view(text).substr(0, text.size() - part.size());
        paradigm.add_strong(strong.find(part)->second, prefix);
    }
    paradigm.add_regular();
}

}  // namespace schakel
