#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/text.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/ranking/likeness.hpp"
#include "searchd/ranking/nearness.hpp"
#include "searchd/ranking/ranking_columns.hpp"
#include "searchd/ranking/ranking_tables.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// What the score of a product is multiplied by for reasons beside its words: its freshness, how near it is, and how much it is
/// like what was asked for. Made per request from what is shared: places are worked out once per profile, so that a document
/// costs two look-ups. Everything it is made with must outlive it. Reading is safe from any thread.
class RankingFactors {
public:
    /// Every factor is 1.
    RankingFactors() = default;

    RankingFactors(const SearchRequest& request, const Installation& installation, const RankingTables& tables,
                   const RankingColumns& columns);

    /// Above 0. Below 1 for what is old, above 1 for what is near or alike.
    float of(DocumentId document) const { return freshness_of(document) * place_factor_of(document); }

    /// Whether every factor is 1.
    bool is_neutral() const { return freshness_levels_ == nullptr && place_factors_.empty(); }

    /// Whether the factor itself ranks when no words are asked for: someone said where they are from, or what should be alike.
    bool order_without_words() const { return !place_factors_.empty(); }

    /// Why a product is near, and in what it is alike; empty when it is not, or was not asked.
    Text nearness(DocumentId document) const;
    Text likeness(DocumentId document) const;

    /// Adds what each factor makes of `score_before` (1 when no words are asked for): the parts add up to
    /// score_before × (of(document) − 1). Factors of 1 are left out.
    void explain(DocumentId document, double score_before, std::vector<ScorePart>& parts) const;

private:
    float freshness_of(DocumentId document) const {
        return freshness_levels_ == nullptr ? 1.0F : freshness_by_level_[freshness_levels_[document]];
    }
    float place_factor_of(DocumentId document) const {
        return place_factors_.empty() ? 1.0F : place_factors_[place_numbers_[document]];
    }
    PlaceProfile profile_of(DocumentId document) const { return places_->profile(places_->numbers()[document]); }
    void rank_places();

    // Pointers into what is shared: this is asked for every document that matches.
    const std::uint8_t* freshness_levels_ = nullptr;  // by document; null = nothing ages
    const float* freshness_by_level_ = nullptr;
    const std::uint32_t* place_numbers_ = nullptr;  // by document
    const PlaceProfiles* places_ = nullptr;         // null = no places are asked for
    Nearness nearness_;
    Likeness likeness_;
    std::vector<float> place_factors_;  // by profile; empty when no places are asked for
};

}  // namespace schakel
