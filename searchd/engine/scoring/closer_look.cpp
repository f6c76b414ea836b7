#include "searchd/engine/scoring/closer_look.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "searchd/engine/scoring/ranked_clauses.hpp"

namespace schakel {

CloserLook::CloserLook(const Query& query, MatchScores& scores, const Settings::Search& settings,
                       const IndexSnapshot& snapshot, SequenceReader& sequences)
    : scores_(scores),
      proximity_(query, scores.alternatives(), snapshot, sequences),
      weight_proximity_(static_cast<float>(settings.weight_proximity)),
      weight_early_(static_cast<float>(settings.weight_early)) {
    for (const QueryClause* clause : ranked_clauses(query)) add_exact_forms(*clause);
    for (const QueryClause* clause : query.optional()) add_stop_word(*clause, settings.weight_stop_word);
}

void CloserLook::add_exact_forms(const QueryClause& clause) {
    const double highest = scores_.alternatives().typed_rarity(clause);
    for (const Alternative& alternative : clause.alternatives) {
        if (!is_bonus(clause, alternative)) continue;
        bonuses_.push_back({alternative,
                            clause.text_field,
                            scores_.alternatives().weight(alternative, highest),
                            {fmt::format("“{}” precies zo geschreven", clause.typed),
                             fmt::format("“{}” in exactly this form", clause.typed)}});
    }
}

void CloserLook::add_stop_word(const QueryClause& clause, double weight) {
    if (weight <= 0 || clause.values || clause.alternatives.empty()) return;
    const Alternative& typed = clause.alternatives.front();
    if (typed.arrangement != Arrangement::single || clause.text_field.value_or(FieldId::title) != FieldId::title)
        return;
    const double rarity = scores_.alternatives().typed_rarity(clause);
    bonuses_.push_back({typed,
                        FieldId::title,
                        static_cast<float>(weight * rarity),
                        {fmt::format("stopwoord “{}” in de titel", clause.typed),
                         fmt::format("stop word “{}” in the title", clause.typed)}});
}

/// As with the words themselves, of a bonus remains less in a product that has only some of the words.
float CloserLook::value_of(const Bonus& bonus, const Hit& hit) const {
    return bonus.weight * hit.value * scores_.share_factor_of(hit.document);
}

Result<std::vector<float>> CloserLook::additions(std::span<const DocumentId> documents) {
    std::vector<float> added(documents.size());
    for (const Bonus& bonus : bonuses_) {
        const auto hits = scores_.alternatives().among(documents, bonus.alternative, bonus.text_field);
        if (!hits) return tl::unexpected(hits.error());
        auto document = documents.begin();
        for (const Hit& hit : *hits) {
            document = std::lower_bound(document, documents.end(), hit.document);
            added[static_cast<std::size_t>(document - documents.begin())] += value_of(bonus, hit);
        }
    }
    if (!looks_at_places()) return added;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto placement = proximity_.of(documents[i]);
        if (!placement) return tl::unexpected(placement.error());
        added[i] += weight_proximity_ * placement->near + weight_early_ * placement->early;
    }
    return added;
}

Result<std::vector<ScorePart>> CloserLook::parts(DocumentId document) {
    std::vector<ScorePart> parts;
    for (const Bonus& bonus : bonuses_) {
        const auto hits = scores_.alternatives().among(std::span(&document, 1), bonus.alternative, bonus.text_field);
        if (!hits) return tl::unexpected(hits.error());
        for (const Hit& hit : *hits) parts.push_back({bonus.label, static_cast<double>(value_of(bonus, hit))});
    }
    if (auto added = add_places(document, parts); !added) return tl::unexpected(added.error());
    std::erase_if(parts, [](const ScorePart& part) { return part.contribution == 0; });
    return parts;
}

Result<void> CloserLook::add_places(DocumentId document, std::vector<ScorePart>& parts) {
    if (!looks_at_places()) return {};
    const auto placement = proximity_.of(document);
    if (!placement) return tl::unexpected(placement.error());
    parts.push_back({{"woorden dicht bij elkaar", "words near each other"},
                     static_cast<double>(weight_proximity_ * placement->near)});
    parts.push_back({{"woorden vroeg in de tekst", "words early in the text"},
                     static_cast<double>(weight_early_ * placement->early)});
    return {};
}

}  // namespace schakel
