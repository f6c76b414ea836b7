#include "searchd/ranking/ranking_factors.hpp"

#include <fmt/format.h>

namespace schakel {

namespace {

/// Multiplies scores and tells what that added.
class Explainer {
public:
    Explainer(double score, std::vector<ScorePart>& parts) : score_(score), parts_(parts) {}

    void multiply(double factor, Text label) {
        if (factor == 1) return;
        const double after = score_ * factor;
        parts_.push_back({std::move(label), after - score_});
        score_ = after;
    }

private:
    double score_;
    std::vector<ScorePart>& parts_;
};

Text labelled(std::string_view nl, std::string_view en, const Text& reason) {
    return {fmt::format("{}: {}", nl, reason.nl), fmt::format("{}: {}", en, reason.en)};
}

}  // namespace

RankingFactors::RankingFactors(const SearchRequest& request, const Installation& installation,
                               const RankingTables& tables, const RankingColumns& columns) {
    const Settings::Search& settings = installation.settings.search;
    if (!columns.freshness.is_neutral()) {
        freshness_levels_ = columns.freshness.levels().data();
        freshness_by_level_ = columns.freshness.by_level().data();
    }
    const bool asks_for_places = !request.from_regions.empty() || !request.like_municipality.empty();
    if (!asks_for_places || columns.places.size() == 0) return;
    places_ = &columns.places;
    place_numbers_ = places_->numbers().data();
    nearness_ = Nearness(request, installation.regions, tables.theme_schemes, settings, places_->regions());
    likeness_ = Likeness(request, installation.regions, tables, settings, places_->regions());
    rank_places();
}

void RankingFactors::rank_places() {
    place_factors_.reserve(places_->size());
    for (std::uint32_t number = 0; number < places_->size(); ++number) {
        const PlaceProfile profile = places_->profile(number);
        const double factor = (1 + nearness_.bonus(profile)) * (1 + likeness_.bonus(profile));
        place_factors_.push_back(static_cast<float>(factor));
    }
}

Text RankingFactors::nearness(DocumentId document) const {
    return nearness_.applies() ? nearness_.reason(profile_of(document)) : Text();
}

Text RankingFactors::likeness(DocumentId document) const {
    return likeness_.applies() ? likeness_.reason(profile_of(document)) : Text();
}

void RankingFactors::explain(DocumentId document, double score_before, std::vector<ScorePart>& parts) const {
    Explainer explainer(score_before, parts);
    if (places_ != nullptr) {
        const PlaceProfile profile = profile_of(document);
        explainer.multiply(1 + nearness_.bonus(profile), labelled("dichtbij", "near", nearness_.reason(profile)));
        explainer.multiply(1 + likeness_.bonus(profile), labelled("lijkt erop", "alike", likeness_.reason(profile)));
    }
    explainer.multiply(static_cast<double>(freshness_of(document)), {"ouderdom", "age"});
}

}  // namespace schakel
