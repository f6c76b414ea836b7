#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "searchd/evaluation/trec_files.hpp"

namespace schakel {

/// How well an answer serves, each from 0 (nothing relevant) to 1 (as good as can be).
enum class Measure : std::size_t { ndcg_10, mrr_10, recall_10, recall_50 };

inline constexpr std::size_t measure_count = 4;
inline constexpr std::array<std::string_view, measure_count> measure_names{"nDCG@10", "MRR@10", "recall@10",
                                                                           "recall@50"};

/// A value per measure, in the order of the enumeration.
using Measures = std::array<double, measure_count>;

inline double value_of(const Measures& measures, Measure measure) {
    return measures[static_cast<std::size_t>(measure)];
}

/// The deepest rank any measure looks at.
inline constexpr int deepest_rank = 50;

/// Whether there is anything to find: without a relevant document no measure means anything.
bool has_relevant(const Judgements& judgements);

/// The measures of one answer; documents without judgement are not relevant. All 0 when `judgements` holds nothing relevant.
///   nDCG@10    gain = relevance, discount = log2(rank + 1), divided by that of the best order of all judged documents
///              (Järvelin and Kekäläinen, 2002; as ndcg_cut in trec_eval)
///   MRR@10     1 / rank of the first relevant document, 0 when it is not among the first ten
///   recall@k   share of the relevant documents that is among the first k
/// Pure.
Measures measures_of(const Ranking& ranking, const Judgements& judgements);

/// The mean of each measure; all 0 for none. Pure.
Measures mean_of(std::span<const Measures> measures);

}  // namespace schakel
