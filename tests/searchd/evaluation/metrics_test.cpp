#include "searchd/evaluation/metrics.hpp"

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

using namespace schakel;

namespace {

/// A ranking of these documents, the first at rank 1.
Ranking ranking(const std::vector<std::string>& documents) {
    Ranking entries;
    for (const std::string& document : documents)
        entries.push_back({document, static_cast<int>(entries.size()) + 1, 0.0});
    return entries;
}

Ranking with_relevant_at(int rank) { return {{"goed", rank, 0.0}}; }

double ndcg(const Measures& measures) { return value_of(measures, Measure::ndcg_10); }
double mrr(const Measures& measures) { return value_of(measures, Measure::mrr_10); }
double recall_10(const Measures& measures) { return value_of(measures, Measure::recall_10); }
double recall_50(const Measures& measures) { return value_of(measures, Measure::recall_50); }

}  // namespace

TEST_CASE("the best order of the judged documents has every measure at 1") {
    const Measures measures = measures_of(ranking({"a", "b"}), {{"a", 2}, {"b", 1}});
    for (const double value : measures) CHECK(value == Approx(1));
}

TEST_CASE("nDCG counts graded relevance by log2 of rank + 1") {
    const Measures measures = measures_of(ranking({"x", "a", "b"}), {{"a", 2}, {"b", 1}});
    // (2 / log2 3 + 1 / log2 4) / (2 / log2 2 + 1 / log2 3) = 1.761860 / 2.630930
    CHECK(ndcg(measures) == Approx(0.669672).epsilon(1e-5));
    CHECK(mrr(measures) == Approx(0.5));
    CHECK(recall_10(measures) == Approx(1));
}

TEST_CASE("the less relevant document first costs what the formula says") {
    const Measures measures = measures_of(ranking({"b", "a"}), {{"a", 2}, {"b", 1}});
    // (1 + 2 / log2 3) / (2 + 1 / log2 3) = 2.261860 / 2.630930
    CHECK(ndcg(measures) == Approx(0.859719).epsilon(1e-5));
    CHECK(mrr(measures) == Approx(1));
}

TEST_CASE("the ideal of nDCG@10 has ten documents, however many are relevant") {
    Judgements judgements;
    std::vector<std::string> found;
    for (int i = 0; i < 20; ++i) {
        judgements["d" + std::to_string(i)] = 1;
        if (i < 10) found.push_back("d" + std::to_string(i));
    }
    const Measures measures = measures_of(ranking(found), judgements);
    CHECK(ndcg(measures) == Approx(1));
    CHECK(recall_10(measures) == Approx(0.5));
    CHECK(recall_50(measures) == Approx(0.5));
}

TEST_CASE("a relevant document counts up to the depth of each measure") {
    const Judgements judgements{{"goed", 1}};
    CHECK(ndcg(measures_of(with_relevant_at(10), judgements)) == Approx(1 / std::log2(11.0)));
    CHECK(mrr(measures_of(with_relevant_at(10), judgements)) == Approx(0.1));
    CHECK(measures_of(with_relevant_at(11), judgements) == Measures{0, 0, 0, 1});
    CHECK(measures_of(with_relevant_at(50), judgements) == Measures{0, 0, 0, 1});
    CHECK(measures_of(with_relevant_at(51), judgements) == Measures{0, 0, 0, 0});
}

TEST_CASE("relevance 0 and below, and what nobody judged, gain nothing") {
    const Measures measures =
        measures_of(ranking({"nul", "min", "onbekend", "a"}), {{"nul", 0}, {"min", -1}, {"a", 1}});
    CHECK(ndcg(measures) == Approx(1 / std::log2(5.0)));
    CHECK(mrr(measures) == Approx(0.25));
    CHECK(recall_10(measures) == Approx(1));
}

TEST_CASE("nothing found, or nothing to find, is 0") {
    CHECK(measures_of({}, {{"a", 1}}) == Measures{});
    CHECK(measures_of(ranking({"a"}), {}) == Measures{});
    CHECK(measures_of(ranking({"a"}), {{"a", 0}}) == Measures{});
    CHECK_FALSE(has_relevant({{"a", 0}}));
    CHECK(has_relevant({{"a", 0}, {"b", 1}}));
}

TEST_CASE("a ranking may leave out ranks and need not be in order") {
    const Measures measures = measures_of({{"b", 4, 0}, {"a", 2, 0}}, {{"a", 1}, {"b", 1}});
    CHECK(mrr(measures) == Approx(0.5));
    CHECK(ndcg(measures) == Approx((1 / std::log2(3.0) + 1 / std::log2(5.0)) / (1 + 1 / std::log2(3.0))));
}

TEST_CASE("the mean is per measure, and 0 of nothing") {
    const std::vector<Measures> measures{{1, 0, 0.5, 1}, {0, 0, 1, 1}};
    CHECK(mean_of(measures) == Measures{0.5, 0, 0.75, 1});
    CHECK(mean_of({}) == Measures{});
}
