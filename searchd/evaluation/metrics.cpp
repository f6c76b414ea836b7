#include "searchd/evaluation/metrics.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace schakel {
namespace {

constexpr int page_of_results = 10;

double discounted_gain(int relevance, int rank) {
    return static_cast<double>(relevance) / std::log2(static_cast<double>(rank) + 1.0);
}

/// The relevances above 0, highest first.
std::vector<int> relevances(const Judgements& judgements) {
    std::vector<int> found;
    for (const auto& [document, relevance] : judgements)
        if (relevance > 0) found.push_back(relevance);
    std::sort(found.begin(), found.end(), std::greater<>());
    return found;
}

double best_gain(const std::vector<int>& relevances) {
    double gain = 0;
    const int most = std::min(page_of_results, static_cast<int>(relevances.size()));
    for (int rank = 1; rank <= most; ++rank)
        gain += discounted_gain(relevances[static_cast<std::size_t>(rank - 1)], rank);
    return gain;
}

int relevance_of(const Judgements& judgements, const RunEntry& entry) {
    const auto judged = judgements.find(entry.document);
    return judged == judgements.end() ? 0 : judged->second;
}

}  // namespace

bool has_relevant(const Judgements& judgements) {
    return std::any_of(judgements.begin(), judgements.end(), [](const auto& judged) { return judged.second > 0; });
}

Measures measures_of(const Ranking& ranking, const Judgements& judgements) {
    const std::vector<int> wanted = relevances(judgements);
    if (wanted.empty()) return {};
    double gain = 0;
    int first = 0;
    int on_page = 0;
    int found = 0;
    for (const RunEntry& entry : ranking) {
        const int relevance = relevance_of(judgements, entry);
        if (relevance <= 0 || entry.rank > deepest_rank) continue;
        ++found;
        if (entry.rank > page_of_results) continue;
        ++on_page;
        gain += discounted_gain(relevance, entry.rank);
        first = first == 0 ? entry.rank : std::min(first, entry.rank);
    }
    const auto all = static_cast<double>(wanted.size());
    return {gain / best_gain(wanted), first == 0 ? 0.0 : 1.0 / first, on_page / all, found / all};
}

Measures mean_of(std::span<const Measures> measures) {
    Measures mean{};
    for (const Measures& one : measures)
        for (std::size_t i = 0; i < measure_count; ++i) mean[i] += one[i] / static_cast<double>(measures.size());
    return mean;
}

}  // namespace schakel
