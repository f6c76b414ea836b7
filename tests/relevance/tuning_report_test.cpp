#include "tests/relevance/tuning/tuning_report.hpp"

#include <catch2/catch.hpp>

using namespace schakel;

namespace {

/// bm25_b with three values, now at the second.
SettingGrid small_grid() {
    Settings present;
    present.search.bm25_b = 0.5;
    return *SettingGrid::parse("settings.tsv", "setting\tvalues\nbm25_b\t0.4,0.5,0.6\n", present);
}

std::string report(double held_out, std::size_t recommended) {
    TuningOutcome outcome;
    outcome.folds = {{{recommended}, 0.5, held_out}};
    outcome.sets = {{.queries = 12, .before = 0.5, .held_out = held_out, .recommended = 0.7}};
    outcome.recommended = {recommended};
    return to_text(outcome, small_grid(), {"sample"});
}

}  // namespace

TEST_CASE("what is gained on held-out queries is recommended, and the end of a list is told") {
    const std::string text = report(0.6, 2);
    CHECK(text.find("fold 1  0.5000 -> 0.6000  +0.1000   values      0.6") != std::string::npos);
    CHECK(text.find("bm25_b = 0.6  # was 0.5; at the end of its values\n") != std::string::npos);
    CHECK(report(0.6, 1).find("bm25_b = 0.5\n") != std::string::npos);
}

TEST_CASE("without a held-out gain nothing is recommended") {
    CHECK(report(0.5, 2).find("Keep the present values") != std::string::npos);
    CHECK(report(0.4, 2).find("bm25_b =") == std::string::npos);
}
