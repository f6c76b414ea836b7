#include "tests/relevance/tuning/cross_validation.hpp"

#include <map>
#include <numeric>

namespace schakel {
namespace {

/// Remembers the scores of each point: the searches of the folds meet in most of them.
class ScoreMemory {
public:
    explicit ScoreMemory(const Scorer& score) : score_(score) {}

    Result<const SetScores*> at(const GridPoint& point) {
        const auto known = scores_.find(point);
        if (known != scores_.end()) return &known->second;
        auto scores = score_(point);
        if (!scores) return tl::unexpected(scores.error());
        return &scores_.emplace(point, std::move(*scores)).first->second;
    }

    /// The scores of a point that was asked for before.
    const SetScores& known(const GridPoint& point) const { return scores_.at(point); }

    std::size_t size() const { return scores_.size(); }

private:
    const Scorer& score_;
    std::map<GridPoint, SetScores> scores_;
};

double mean(const std::vector<double>& values) {
    return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// The mean score of the queries that count, of each set that has some.
std::vector<double> means_of_sets(const SetScores& scores, const SetFolds& folds, const CountsFold& counts) {
    std::vector<double> means;
    for (std::size_t set = 0; set < scores.size(); ++set) {
        std::vector<double> counted;
        for (std::size_t query = 0; query < scores[set].size(); ++query)
            if (counts(folds[set][query])) counted.push_back(scores[set][query]);
        if (!counted.empty()) means.push_back(mean(counted));
    }
    return means;
}

/// The point found with the queries of some folds.
Result<GridPoint> search(const TuningPlan& plan, ScoreMemory& memory, const CountsFold& counts) {
    const auto present = memory.at(plan.present);
    if (!present) return tl::unexpected(present.error());
    const Objective objective = [&](const GridPoint& point) {
        return memory.at(point).map([&](const SetScores* scores) {
            return gain_of_sets(**present, *scores, plan.folds, counts, plan.loss_weight);
        });
    };
    return coordinate_search(plan.sizes, plan.present, objective, plan.least_gain, plan.most_passes);
}

SetOutcome set_outcome(const TuningPlan& plan, const TuningOutcome& outcome, const ScoreMemory& memory,
                       std::size_t set) {
    const std::vector<double>& before = memory.known(plan.present)[set];
    std::vector<double> held_out;
    std::vector<double> differences;
    for (std::size_t query = 0; query < before.size(); ++query) {
        const GridPoint& point = outcome.folds[plan.folds[set][query]].point;
        held_out.push_back(memory.known(point)[set][query]);
        differences.push_back(held_out.back() - before[query]);
    }
    return {before.size(), mean(before), mean(held_out), mean(memory.known(outcome.recommended)[set]),
            randomisation_test(differences)};
}

}  // namespace

double mean_of_sets(const SetScores& scores, const SetFolds& folds, const CountsFold& counts) {
    return mean(means_of_sets(scores, folds, counts));
}

double gain_of_sets(const SetScores& before, const SetScores& after, const SetFolds& folds, const CountsFold& counts,
                    double loss_weight) {
    const std::vector<double> old_means = means_of_sets(before, folds, counts);
    std::vector<double> gains = means_of_sets(after, folds, counts);
    for (std::size_t set = 0; set < gains.size(); ++set) {
        gains[set] -= old_means[set];
        if (gains[set] < 0) gains[set] *= loss_weight;
    }
    return mean(gains);
}

Result<TuningOutcome> cross_validate(const TuningPlan& plan, const Scorer& score) {
    ScoreMemory memory(score);
    TuningOutcome outcome;
    for (std::size_t fold = 0; fold < plan.fold_count; ++fold) {
        auto point = search(plan, memory, [fold](std::size_t other) { return other != fold; });
        if (!point) return tl::unexpected(point.error());
        const CountsFold held_out = [fold](std::size_t other) { return other == fold; };
        const double before = mean_of_sets(memory.known(plan.present), plan.folds, held_out);
        const double after = mean_of_sets(memory.known(*point), plan.folds, held_out);
        outcome.folds.push_back({std::move(*point), before, after});
    }
    auto recommended = search(plan, memory, [](std::size_t) { return true; });
    if (!recommended) return tl::unexpected(recommended.error());
    outcome.recommended = std::move(*recommended);
    for (std::size_t set = 0; set < plan.folds.size(); ++set)
        outcome.sets.push_back(set_outcome(plan, outcome, memory, set));
    outcome.measured = memory.size();
    return outcome;
}

}  // namespace schakel
