#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "searchd/evaluation/metrics.hpp"
#include "searchd/evaluation/query_set.hpp"
#include "searchd/evaluation/randomisation_test.hpp"
#include "searchd/evaluation/trec_files.hpp"

namespace schakel {

// All functions here are pure, so safe from any thread.

/// The queries that can be measured, and how many could not.
struct QuerySelection {
    std::vector<JudgedQuery> measured;     // those with a relevant document, in the order of the file
    std::vector<std::string> left_out;     // ids of queries without one
    std::vector<std::string> only_judged;  // ids of judgements that belong to no query
};
QuerySelection select_queries(std::vector<JudgedQuery> queries, const Qrels& qrels);

/// The measures of each query in turn; a query that the run does not have has found nothing.
std::vector<Measures> measures_per_query(std::span<const JudgedQuery> queries, const Qrels& qrels, const Run& run);

/// The mean measures of the queries of one class.
struct ClassSummary {
    std::string query_class;  // empty = all queries together
    std::size_t queries = 0;
    Measures mean{};
};

/// All queries first, then each class in the order in which they are first named. `measures` belong to `queries`, in order.
std::vector<ClassSummary> summaries_of(std::span<const JudgedQuery> queries, std::span<const Measures> measures);

/// Where a relevant document stood and stands; absent = not among the first fifty.
struct RankChange {
    std::string document;
    int relevance = 0;
    std::optional<int> before;
    std::optional<int> after;
};

/// What became of one query.
struct QueryChange {
    JudgedQuery query;
    Measures before{};
    Measures after{};
    std::vector<RankChange> documents;  // all relevant ones, most relevant first
};

/// A run beside an earlier one, over the same queries.
struct Comparison {
    std::vector<ClassSummary> before;                      // as `summaries_of`
    std::array<RandomisationTest, measure_count> tests{};  // per measure, over all queries
    std::vector<QueryChange> losses;                       // the ten largest of nDCG@10, worst first
    std::vector<QueryChange> gains;                        // likewise, best first
};

Comparison compare(std::span<const JudgedQuery> queries, const Qrels& qrels, const Run& before, const Run& after);

}  // namespace schakel
