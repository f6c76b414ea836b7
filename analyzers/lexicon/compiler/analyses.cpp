#include "analyzers/lexicon/compiler/analyses.hpp"

#include <algorithm>

namespace schakel {

namespace {

/// Whether `longer` is the infinitive with a doubled consonant where `shorter` has a single one: bestellen beside bestelen.
bool doubles_consonant(std::string_view longer, std::string_view shorter) {
    constexpr std::size_t ending = 2;  // -en
    if (longer.size() != shorter.size() + 1 || shorter.size() <= ending) return false;
    const std::size_t last = shorter.size() - ending;
    return longer[last] == longer[last - 1] && longer.substr(0, last) == shorter.substr(0, last) &&
           longer.ends_with("en") && shorter.ends_with("en");
}

/// Of two readings with the same evidence: whether the one with this base form is the more likely one.
bool fits_better(const Analysis& reading, std::string_view lemma, std::string_view other) {
    const bool inflected_noun =
        reading.inflection == Inflection::plural || reading.inflection == Inflection::diminutive;
    if (!inflected_noun) {
        if (doubles_consonant(lemma, other)) return true;
        return lemma.size() < other.size() && !doubles_consonant(other, lemma);
    }
    const bool differ_in_e = reading.inflection == Inflection::plural &&
                             lemma.substr(0, other.size()) == other.substr(0, lemma.size()) &&
                             (lemma.ends_with('e') || other.ends_with('e')) &&
                             std::max(lemma.size(), other.size()) == std::min(lemma.size(), other.size()) + 1;
    return differ_in_e == (lemma.size() < other.size()) && lemma.size() != other.size();
}

}  // namespace

void Analyses::add(std::string_view form, FormNumber lemma, Evidence evidence, Inflection inflection,
                   std::uint8_t classes) {
    if (const auto number = words_.find(form)) add(*number, {lemma, evidence, inflection, classes});
}

void Analyses::add(FormNumber form, const Analysis& reading) {
    auto& readings = readings_[form];
    const auto same = std::ranges::find_if(readings, [&](const Analysis& other) {
        return other.lemma == reading.lemma && other.evidence == reading.evidence;
    });
    if (same == readings.end()) readings.push_back(reading);
}

const Analysis* Analyses::best(FormNumber form) const {
    const auto& readings = readings_[form];
    const auto more_convincing = [this](const Analysis& one, const Analysis& other) {
        if (one.evidence != other.evidence) return one.evidence < other.evidence;
        return fits_better(one, words_[one.lemma].text, words_[other.lemma].text);
    };
    const auto best = std::ranges::min_element(readings, more_convincing);
    return best == readings.end() ? nullptr : &*best;
}

FormNumber Analyses::lemma(FormNumber form) const {
    for (int steps = 0; steps < 4; ++steps) {
        const Analysis* reading = best(form);
        if (reading == nullptr || reading->lemma == form) return form;
        form = reading->lemma;
    }
    return form;
}

}  // namespace schakel
