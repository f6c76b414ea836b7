#include "searchd/evaluation/evaluation.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace schakel {
namespace {

constexpr std::size_t most_changes = 10;

const Ranking& ranking_in(const Run& run, std::string_view query) {
    static const Ranking nothing_found;
    const auto found = run.find(query);
    return found == run.end() ? nothing_found : found->second;
}

const Judgements& judgements_in(const Qrels& qrels, std::string_view query) {
    static const Judgements none;
    const auto found = qrels.find(query);
    return found == qrels.end() ? none : found->second;
}

std::optional<int> rank_in(const Ranking& ranking, const std::string& document) {
    for (const RunEntry& entry : ranking)
        if (entry.document == document && entry.rank <= deepest_rank) return entry.rank;
    return std::nullopt;
}

std::vector<RankChange> rank_changes(const Judgements& judgements, const Ranking& before, const Ranking& after) {
    std::vector<RankChange> changes;
    for (const auto& [document, relevance] : judgements)
        if (relevance > 0)
            changes.push_back({document, relevance, rank_in(before, document), rank_in(after, document)});
    std::stable_sort(changes.begin(), changes.end(),
                     [](const RankChange& a, const RankChange& b) { return a.relevance > b.relevance; });
    return changes;
}

double difference(const Measures& before, const Measures& after, std::size_t measure) {
    return after[measure] - before[measure];
}

/// The measures of a set of queries before and after.
struct MeasuredPair {
    std::vector<Measures> before;
    std::vector<Measures> after;

    double gain(std::size_t query) const {
        return difference(before[query], after[query], static_cast<std::size_t>(Measure::ndcg_10));
    }

    RandomisationTest test(std::size_t measure) const {
        std::vector<double> differences;
        for (std::size_t i = 0; i < before.size(); ++i) differences.push_back(difference(before[i], after[i], measure));
        return randomisation_test(differences);
    }

    /// Numbers of the queries whose nDCG@10 times `sign` rose, the largest rise first.
    std::vector<std::size_t> largest(double sign) const {
        std::vector<std::size_t> order(before.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::erase_if(order, [&](std::size_t query) { return gain(query) * sign <= 0; });
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return gain(a) * sign > gain(b) * sign; });
        order.resize(std::min(order.size(), most_changes));
        return order;
    }
};

}  // namespace

QuerySelection select_queries(std::vector<JudgedQuery> queries, const Qrels& qrels) {
    QuerySelection selection;
    std::set<std::string> known;
    for (JudgedQuery& query : queries) {
        known.insert(query.id);
        if (has_relevant(judgements_in(qrels, query.id)))
            selection.measured.push_back(std::move(query));
        else
            selection.left_out.push_back(query.id);
    }
    for (const auto& [query, judgements] : qrels)
        if (!known.contains(query)) selection.only_judged.push_back(query);
    return selection;
}

std::vector<Measures> measures_per_query(std::span<const JudgedQuery> queries, const Qrels& qrels, const Run& run) {
    std::vector<Measures> measures;
    for (const JudgedQuery& query : queries)
        measures.push_back(measures_of(ranking_in(run, query.id), judgements_in(qrels, query.id)));
    return measures;
}

std::vector<ClassSummary> summaries_of(std::span<const JudgedQuery> queries, std::span<const Measures> measures) {
    std::vector<std::pair<std::string, std::vector<Measures>>> classes;
    for (std::size_t i = 0; i < queries.size(); ++i) {
        const std::string& name = queries[i].query_class;
        if (name.empty()) continue;
        auto known = std::find_if(classes.begin(), classes.end(), [&](const auto& one) { return one.first == name; });
        if (known == classes.end()) known = classes.insert(classes.end(), {name, {}});
        known->second.push_back(measures[i]);
    }
    std::vector<ClassSummary> summaries{{{}, queries.size(), mean_of(measures)}};
    for (const auto& [name, members] : classes) summaries.push_back({name, members.size(), mean_of(members)});
    return summaries;
}

Comparison compare(std::span<const JudgedQuery> queries, const Qrels& qrels, const Run& before, const Run& after) {
    const MeasuredPair pair{measures_per_query(queries, qrels, before), measures_per_query(queries, qrels, after)};
    const auto change_of = [&](std::size_t i) {
        const std::string& id = queries[i].id;
        return QueryChange{queries[i], pair.before[i], pair.after[i],
                           rank_changes(judgements_in(qrels, id), ranking_in(before, id), ranking_in(after, id))};
    };
    Comparison comparison;
    comparison.before = summaries_of(queries, pair.before);
    for (std::size_t i = 0; i < measure_count; ++i) comparison.tests[i] = pair.test(i);
    for (const std::size_t query : pair.largest(-1)) comparison.losses.push_back(change_of(query));
    for (const std::size_t query : pair.largest(1)) comparison.gains.push_back(change_of(query));
    return comparison;
}

}  // namespace schakel
