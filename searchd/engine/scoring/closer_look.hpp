#pragma once

#include <span>
#include <vector>

#include "config/settings.hpp"
#include "searchd/engine/scoring/match_scores.hpp"
#include "searchd/engine/scoring/proximity.hpp"
#include "searchd/engine/search_response.hpp"

namespace schakel {

/// What is worth finding out for the best few products only: how near each other and how early the words stand, whether they
/// stand there in the very form typed, and which stop words are in the title ("Wat werkt waar"). For all products it would mean walking the longest
/// lists there are; and it changes the order only. One thread; what it is made with must outlive it.
class CloserLook {
public:
    /// How many of the best products are worth it.
    static constexpr std::size_t depth = 50;

    /// After `scores` has scored `query`.
    CloserLook(const Query& query, MatchScores& scores, const Settings::Search& settings, const IndexSnapshot& snapshot,
               SequenceReader& sequences);

    /// What is added to the scores of `documents` (ascending), in that order. Errors: index_corrupt.
    Result<std::vector<float>> additions(std::span<const DocumentId> documents);

    /// The same for one document, part by part; parts of 0 are left out. Errors: index_corrupt.
    Result<std::vector<ScorePart>> parts(DocumentId document);

private:
    /// Something that a product may have besides.
    struct Bonus {
        Alternative alternative;
        FieldChoice text_field;
        float weight = 0;
        Text label;
    };

    void add_exact_forms(const QueryClause& clause);
    void add_stop_word(const QueryClause& clause, double weight);
    float value_of(const Bonus& bonus, const Hit& hit) const;
    bool looks_at_places() const { return proximity_.applies() && (weight_proximity_ > 0 || weight_early_ > 0); }
    Result<void> add_places(DocumentId document, std::vector<ScorePart>& parts);

    MatchScores& scores_;
    std::vector<Bonus> bonuses_;
    Proximity proximity_;
    float weight_proximity_;
    float weight_early_;
};

}  // namespace schakel
