#include "analyzers/recognition/concept_tally.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace schakel {
namespace {

constexpr double in_title = 0.95;
constexpr double in_title_too_general = 0.65;
constexpr double as_keyword = 0.95;
constexpr double in_abstract = 0.75;
constexpr double often_in_abstract = 0.88;
constexpr double in_body_at_most = 0.85;
constexpr double weight_in_opening = 1.5;
constexpr double mentions_in_short_text = 2;

/// What one theme or domain has for it.
struct ConceptScore {
    double front = 0;
    std::size_t in_abstract_count = 0;
    double weight = 0;
    const ConceptMention* best = nullptr;

    void add(const ConceptMention& mention) {
        const bool general = mention.label->too_general;
        switch (mention.zone) {
            case Zone::title: take(mention, general ? in_title_too_general : in_title); return;
            case Zone::keyword: take(mention, as_keyword); return;
            case Zone::abstract:
                if (!general) take(mention, in_abstract_count++ > 0 ? often_in_abstract : in_abstract);
                return;
            case Zone::opening:
            case Zone::body: break;
        }
        if (general) return;
        weight += mention.zone == Zone::opening ? weight_in_opening : 1;
        if (!best) best = &mention;
    }

    double confidence(double weight_needed) const {
        return std::max(front, in_body_at_most * std::min(1.0, weight / weight_needed));
    }

private:
    void take(const ConceptMention& mention, double strength) {
        if (strength > front) best = &mention;
        front = std::max(front, strength);
    }
};

double weight_needed(std::size_t text_length, const RecognitionSettings& settings) {
    const double units = static_cast<double>(text_length) / static_cast<double>(settings.length_of_one_mention);
    return mentions_in_short_text * std::clamp(std::sqrt(units), 1.0, settings.most_mentions);
}

}  // namespace

std::vector<RecognisedValue> tally_concepts(std::span<const ConceptMention> mentions, ConceptList list,
                                            std::size_t text_length, const RecognitionSettings& settings) {
    std::map<std::string_view, ConceptScore> scores;
    for (const ConceptMention& mention : mentions)
        if (mention.label->list == list) scores[mention.label->code].add(mention);
    const double least = list == ConceptList::theme ? settings.least_theme : settings.least_domain;
    const std::size_t most = list == ConceptList::theme ? settings.most_themes : settings.most_domains;
    const double needed = weight_needed(text_length, settings);
    std::vector<RecognisedValue> values;
    for (const auto& [code, score] : scores)
        if (const double confidence = score.confidence(needed); score.best && confidence >= least)
            values.push_back({std::string(code), confidence,
                              evidence_around(score.best->text, score.best->begin, score.best->end), score.best->zone});
    std::stable_sort(values.begin(), values.end(),
                     [](const RecognisedValue& a, const RecognisedValue& b) { return a.confidence > b.confidence; });
    if (values.size() > most) values.resize(most);
    return values;
}

}  // namespace schakel
