#pragma once

#include <functional>
#include <string>
#include <vector>

#include "searchd/evaluation/randomisation_test.hpp"
#include "tests/relevance/tuning/coordinate_search.hpp"

namespace schakel {

/// A score per query, per retrieval set.
using SetScores = std::vector<std::vector<double>>;

/// A fold number per query, per retrieval set, from 0.
using SetFolds = std::vector<std::vector<std::size_t>>;

/// Scores all queries of all sets at a point.
using Scorer = std::function<Result<SetScores>(const GridPoint&)>;

/// What is searched, and how long.
struct TuningPlan {
    std::vector<std::size_t> sizes;  // values per setting
    GridPoint present;
    SetFolds folds;
    std::size_t fold_count = 5;
    double least_gain = 0.0001;  // in the mean of the sets
    int most_passes = 3;
    double loss_weight = 1;  // how much heavier a set that falls weighs than one that rises; 1 = the same
};

/// Settings found without a fold's queries, and what they do for these.
struct FoldOutcome {
    GridPoint point;
    double before = 0;  // mean over the sets of the mean score of the fold's queries, with the present settings
    double after = 0;   // the same with those found
};

/// What tuning does for one set, when every query is answered with settings that were found without it.
struct SetOutcome {
    std::size_t queries = 0;
    double before = 0;
    double held_out = 0;
    double recommended = 0;  // with the settings found on all queries: optimistic
    RandomisationTest test;  // held out against before
};

struct TuningOutcome {
    std::vector<FoldOutcome> folds;
    std::vector<SetOutcome> sets;
    GridPoint recommended;     // found on all queries
    std::size_t measured = 0;  // points that were scored
};

/// Which folds' queries count.
using CountsFold = std::function<bool(std::size_t fold)>;

/// The mean over the sets of the mean score of the queries that count; sets without such queries do not count. Pure.
double mean_of_sets(const SetScores& scores, const SetFolds& folds, const CountsFold& counts);

/// The mean over the sets of how much the mean score of the queries that count rose; where it fell, times `loss_weight`. Pure.
double gain_of_sets(const SetScores& before, const SetScores& after, const SetFolds& folds, const CountsFold& counts,
                    double loss_weight);

/// Searches once per fold without its queries, and once with all. Every point is scored once. Errors: those of `score`.
Result<TuningOutcome> cross_validate(const TuningPlan& plan, const Scorer& score);

}  // namespace schakel
