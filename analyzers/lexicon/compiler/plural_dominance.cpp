#include "analyzers/lexicon/compiler/plural_dominance.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "analyzers/lexicon/compiler/first_part.hpp"
#include "analyzers/lexicon/lexicon.hpp"

namespace schakel {

namespace {

constexpr std::size_t shortest_first_part = 2;
constexpr std::size_t shortest_head = 3;

/// A plural dominates when it ends this many times more compounds than the infinitive.
constexpr int dominance = 3;

/// In how many longer words a form that can be a plural and an infinitive stands at the end as the one and as the other.
struct Use {
    FormNumber singular = 0;
    int as_plural = 0;
    int as_verb = 0;
};

using Uses = std::unordered_map<FormNumber, Use>;

Uses ambiguous(const std::vector<FormNumber>& infinitives, const Analyses& analyses) {
    Uses uses;
    for (const FormNumber infinitive : infinitives)
        for (const Analysis& reading : analyses.of(infinitive))
            if (reading.evidence == Evidence::dictionary_plural || reading.evidence == Evidence::regular_plural)
                uses.emplace(infinitive, Use{reading.lemma});
    return uses;
}

void count(FormNumber form, bool is_verb, const WordList& words, Uses& uses) {
    const std::string_view text = words[form].text;
    for (std::size_t start = shortest_first_part; start + shortest_head <= text.size(); ++start) {
        const auto head = words.find(text.substr(start));
        const auto use = head ? uses.find(*head) : uses.end();
        if (use == uses.end() || !is_first_part(text.substr(0, start), words)) continue;
        if (is_verb)
            ++use->second.as_verb;
        else if (words.has(std::string(text.substr(0, start)) + words[use->second.singular].text))
            ++use->second.as_plural;
    }
}

}  // namespace

void prefer_dominant_plurals(const std::vector<FormNumber>& infinitives, Analyses& analyses) {
    Uses uses = ambiguous(infinitives, analyses);
    const std::unordered_set<FormNumber> verbs(infinitives.begin(), infinitives.end());
    for (FormNumber form = 0; form < analyses.words().size(); ++form)
        count(form, verbs.contains(form), analyses.words(), uses);
    for (const auto& [infinitive, use] : uses)
        if (use.as_plural > dominance * (use.as_verb + 1))
            analyses.add(infinitive, {use.singular, Evidence::dominant_plural, Inflection::plural, class_noun});
}

}  // namespace schakel
