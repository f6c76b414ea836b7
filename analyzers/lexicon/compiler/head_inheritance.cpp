#include "analyzers/lexicon/compiler/head_inheritance.hpp"

#include <algorithm>
#include <optional>

#include "analyzers/lexicon/compiler/first_part.hpp"
#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

namespace {

constexpr std::size_t shortest_first_part = 2;
constexpr std::size_t trusted_first_part = 3;
constexpr std::size_t shortest_head = 3;
constexpr std::size_t shortest_class_head = 4;
constexpr std::size_t clearly_longer =
    3;  // stief + kinderen rather than stiefkind + eren, but duik + lamp, not dui + klamp
constexpr std::size_t trusted_head = 5;  // letters, from which an unknown first part will do

/// In which order the readings of a last part are tried. Behind a particle a verb goes first; behind any other word an
/// inflected noun or adjective, then a noun that is its own base form, then a verb.
int rank(const Analysis& reading, FormNumber head, bool behind_particle) {
    const bool verb = (reading.classes & class_verb) != 0;
    const bool identity = reading.lemma == head;
    if (reading.evidence == Evidence::chosen && reading.classes == 0) return 4;
    if (verb) return behind_particle ? 0 : 3;
    return identity ? 2 : 1;
}

/// A verb behind another word is one only when the whole is known as a verb: kalklagen is no form of klagen.
bool is_infinitive(FormNumber form, const Analyses& analyses) {
    return std::ranges::any_of(analyses.of(form),
                               [](const Analysis& reading) { return reading.evidence == Evidence::infinitive; });
}

/// The reading of `head` that gives `form` a base form which the list has; null when none does.
std::optional<Analysis> inherited(std::string_view first, FormNumber head, const Analyses& analyses) {
    std::vector<Analysis> readings = analyses.of(head);
    const bool behind_particle = is_verb_particle(first);
    std::ranges::stable_sort(readings, {}, [&](const Analysis& reading) {
        return std::pair(rank(reading, head, behind_particle), reading.evidence);
    });
    for (const Analysis& reading : readings) {
        const auto lemma = analyses.words().find(std::string(first) + analyses.words()[reading.lemma].text);
        const bool verb = (reading.classes & class_verb) != 0 && !behind_particle;
        if (lemma && (!verb || is_infinitive(*lemma, analyses)))
            return Analysis{*lemma, reading.evidence, reading.inflection, reading.classes};
    }
    return std::nullopt;
}

/// Whether a form that is its own base form because of this last part needs no shorter one: bliksem + bezoek, af + kruisen.
bool is_firm(const Analysis& reading, std::string_view first) {
    return reading.evidence == Evidence::noun_headword ||
           ((reading.classes & class_verb) != 0 && is_verb_particle(first));
}

/// A reading by the last part, and where that part begins.
struct FromHead {
    Analysis reading;
    std::size_t start = 0;
};

/// `behind_word`: only heads with a word, a particle or a word and a link in front of them; otherwise only long heads.
std::optional<FromHead> from_longest_head(FormNumber form, bool behind_word, const Analyses& analyses) {
    const std::string_view text = analyses.words()[form].text;
    std::optional<FromHead> identity;
    for (std::size_t start = shortest_first_part; start + shortest_head <= text.size(); ++start) {
        const auto head = analyses.words().find(text.substr(start));
        if (!head || analyses.of(*head).empty()) continue;
        const std::string_view first = text.substr(0, start);
        if (behind_word ? !is_first_part(first, analyses.words()) : text.size() - start < trusted_head) continue;
        const auto reading = inherited(first, *head, analyses);
        if (reading && (reading->lemma != form || is_firm(*reading, first))) return FromHead{*reading, start};
        if (reading && !identity) identity = FromHead{*reading, start};
    }
    return identity;
}

std::optional<Analysis> from_heads(FormNumber form, const Analyses& analyses) {
    const auto sure = from_longest_head(form, true, analyses);
    if (sure && sure->reading.lemma != form) return sure->reading;
    const auto unsure = from_longest_head(form, false, analyses);
    const bool firm = sure && sure->reading.evidence == Evidence::noun_headword;
    const bool better =
        unsure && unsure->reading.lemma != form && (!firm || unsure->start + clearly_longer <= sure->start);
    if (better) return unsure->reading;
    return sure ? std::optional(sure->reading) : std::nullopt;
}

/// Whether the readings of a form leave room for what its last part says: none, or weak ones. raadsleden has an entry of its
/// own in the dictionary, as a part of compounds.
bool is_open(const std::vector<Analysis>& readings) {
    return std::ranges::all_of(readings, [](const Analysis& reading) {
        const bool first_person = reading.evidence == Evidence::verb && reading.inflection == Inflection::other;
        return first_person || reading.evidence == Evidence::guessed_diminutive ||
               reading.evidence == Evidence::weak_headword ||
               (reading.evidence == Evidence::compound_noun && reading.inflection == Inflection::base);
    });
}

/// Whether the dictionary treats a form as a noun and as the plural of another at once, as it does some compounds: fotomappen.
bool is_doubtful_plural(FormNumber form, const Analyses& analyses) {
    const auto has = [&](Evidence evidence, bool identity) {
        return std::ranges::any_of(analyses.of(form), [&](const Analysis& reading) {
            return reading.evidence == evidence && (reading.lemma == form) == identity;
        });
    };
    return has(Evidence::noun_headword, true) && has(Evidence::dictionary_plural, false);
}

bool is_inflected_noun(const Analysis& reading) {
    return (reading.classes & class_verb) == 0 &&
           (reading.inflection == Inflection::plural || reading.inflection == Inflection::diminutive);
}

/// With which evidence a reading counts for a form that may have readings itself; nothing when it does not count.
std::optional<Evidence> evidence_for(FormNumber form, const Analysis& reading, const Analyses& analyses) {
    if (analyses.of(form).empty()) return Evidence::inherited;
    const bool identity = reading.lemma == form;
    if (is_doubtful_plural(form, analyses)) return identity ? std::nullopt : std::optional(Evidence::dominant_plural);
    if (!identity && is_inflected_noun(reading)) return Evidence::regular_plural;
    return std::nullopt;
}

}  // namespace

void inherit_from_heads(Analyses& analyses) {
    std::vector<std::pair<FormNumber, Analysis>> found;
    for (FormNumber form = 0; form < analyses.words().size(); ++form) {
        if (!is_open(analyses.of(form)) && !is_doubtful_plural(form, analyses)) continue;
        auto reading = from_heads(form, analyses);
        const auto evidence = reading ? evidence_for(form, *reading, analyses) : std::nullopt;
        if (!evidence) continue;
        reading->evidence = *evidence;
        found.emplace_back(form, *reading);
    }
    for (const auto& [form, reading] : found) analyses.add(form, reading);
}

std::uint8_t classes_of_head(FormNumber form, const Analyses& analyses) {
    const std::string_view text = analyses.words()[form].text;
    for (std::size_t start = shortest_first_part; start + shortest_class_head <= text.size(); ++start) {
        const auto head = analyses.words().find(text.substr(start));
        const Analysis* reading = head ? analyses.best(*head) : nullptr;
        if (reading != nullptr && reading->classes != 0) return reading->classes;
    }
    return 0;
}

std::string unlisted_lemma(FormNumber form, const Analyses& analyses) {
    const Analysis* known = analyses.best(form);
    if (known != nullptr && (known->evidence < Evidence::inherited || known->lemma != form)) return {};
    const std::string_view text = analyses.words()[form].text;
    for (std::size_t start = trusted_first_part; start + trusted_head <= text.size(); ++start) {
        const std::string_view first = text.substr(0, start);
        const auto head = analyses.words().find(text.substr(start));
        if (!head || is_verb_particle(first) || !is_first_part(first, analyses.words())) continue;
        const Analysis* reading = analyses.best(*head);
        if (reading == nullptr || reading->evidence >= Evidence::inherited) continue;
        if (!is_inflected_noun(*reading)) return {};
        return std::string(first) + analyses.words()[analyses.lemma(*head)].text;
    }
    return {};
}

}  // namespace schakel
