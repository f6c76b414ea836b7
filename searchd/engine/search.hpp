#pragma once

#include <optional>
#include <vector>

#include "searchd/engine/facets/facet_sweep.hpp"
#include "searchd/engine/scoring/closer_look.hpp"
#include "searchd/engine/search_basis.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/engine/search_tools.hpp"
#include "searchd/engine/sequence_reader.hpp"
#include "searchd/ranking/ranking_factors.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

class FragmentFinder;

/// One request on its way to an answer: read the query, score, filter and count, look closer at the best, show them. One thread;
/// what it is made with must outlive it. Used once.
class Search {
public:
    Search(const SearchRequest& request, const SearchBasis& basis, SearchTools& tools);

    /// The whole answer. Errors: index_corrupt. Xapian exceptions pass through.
    Result<SearchResponse> answer();

    /// Only what is found, in which order and how often: for who counts. Errors: index_corrupt. Xapian exceptions pass through.
    Result<SweepResult> sweep();

    /// Every document that is found, ascending: for who counts something else. Errors: index_corrupt. Xapian exceptions pass through.
    Result<std::vector<DocumentId>> documents();

    /// What was read differently than written, once `sweep` has been called.
    std::vector<Text> notices() const;

private:
    Query read_query();
    FilteredMatches filtered_matches() const;
    std::vector<RankedDocument> best_bets(const FilteredMatches& matches) const;
    Result<void> look_closer(std::vector<RankedDocument>& top);
    Result<std::vector<SearchHit>> hits(const std::vector<RankedDocument>& top);
    Result<SearchHit> hit(const RankedDocument& ranked, FragmentFinder& fragments);
    Result<std::vector<ScorePart>> explanation(DocumentId document);
    Result<void> add_related(const std::vector<RankedDocument>& top, SearchResponse& response);
    std::vector<UsedSynonym> used_synonyms() const;
    bool may_be_misspelt() const;
    std::string suggestion();
    bool is_indexed(const Alternative& alternative) const;
    bool has_words() const { return scores_.clauses() > 0; }
    std::size_t reached() const;

    const SearchRequest& request_;
    const SearchBasis& basis_;
    SearchTools& tools_;
    const Settings::Search& settings_;
    MatchScores& scores_;
    Query query_;
    RankingFactors factors_;
    SequenceReader sequences_;
    std::optional<CloserLook> closer_look_;
    std::vector<DocumentId>
        looked_at_;  // by closer_look_, ascending: what lies behind them keeps the score of its words
    std::vector<DocumentId> editors_choice_;
};

}  // namespace schakel
