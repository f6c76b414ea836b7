// The real programs on the sample corpus, measured beside the recorded baseline.
#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "searchd/evaluation/trec_files.hpp"
#include "tests/end_to_end/indexes.hpp"
#include "tests/end_to_end/program.hpp"
#include "tests/golden/golden.hpp"
#include "tests/paths.hpp"

using namespace schakel;

namespace {

using nlohmann::json;

// A class has about twenty queries: one that drops out of the first ten costs its class 0.05.
constexpr double most_lost = 0.005;
constexpr double most_lost_by_class = 0.02;

std::filesystem::path relevance_folder() { return repository_folder() / "tests" / "relevance"; }
std::filesystem::path baseline_file() { return relevance_folder() / "baseline.trec"; }
std::filesystem::path qrels_file() { return relevance_folder() / "sample" / "qrels.txt"; }

Outcome evaluate_sample(const std::vector<std::string>& more) {
    Invocation invocation{.arguments = {searchd_program(), "evaluate", "--index", sample_index().string(), "--queries",
                                        (relevance_folder() / "sample" / "queries.tsv").string(), "--qrels",
                                        qrels_file().string()}};
    invocation.arguments.insert(invocation.arguments.end(), more.begin(), more.end());
    return run_program(invocation);
}

/// Of a run, what the measures look at: the judged documents, at their ranks. A tenth of the size.
Run judged_part(const Run& run, const Qrels& qrels) {
    Run judged;
    for (const auto& [query, ranking] : run) {
        const auto judgements = qrels.find(query);
        if (judgements == qrels.end()) continue;
        for (const RunEntry& entry : ranking)
            if (judgements->second.contains(entry.document)) judged[query].push_back(entry);
    }
    return judged;
}

void record_baseline() {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "now.trec";
    REQUIRE(evaluate_sample({"--run", file.string()}).status == 0);
    const auto run = read_run(file);
    const auto qrels = read_qrels(qrels_file());
    REQUIRE(run);
    REQUIRE(qrels);
    std::ofstream(baseline_file()) << to_text(judged_part(*run, *qrels), "schakel");
}

double ndcg_of(const json& summary) { return summary["gemiddeld"]["nDCG@10"]; }

}  // namespace

TEST_CASE("the sample queries are answered as well as the baseline says", "[sample]") {
    if (golden_mode() == GoldenMode::approve) record_baseline();
    const std::string baseline = baseline_file().string();
    const Outcome outcome = evaluate_sample({"--baseline", baseline, "--format", "json"});
    INFO(outcome.errors);
    REQUIRE(outcome.status == 0);
    const json report = json::parse(outcome.output);
    INFO(evaluate_sample({"--baseline", baseline, "--lang", "en"}).output);
    INFO("When this is what you want: SCHAKEL_APPROVE=1 records a new baseline.");
    const json& now = report["klassen"];
    const json& before = report["vergelijking"]["klassen"];
    REQUIRE(now.size() == before.size());
    CHECK(ndcg_of(now[0]) >= ndcg_of(before[0]) - most_lost);
    for (std::size_t i = 1; i < now.size(); ++i) {
        INFO(now[i]["klasse"]);
        CHECK(ndcg_of(now[i]) >= ndcg_of(before[i]) - most_lost_by_class);
    }
}

TEST_CASE("the sample queries and judgements fit the sample corpus", "[sample]") {
    const Outcome outcome = evaluate_sample({"--lang", "en"});
    REQUIRE(outcome.status == 0);
    for (const char* complaint : {"left out", "judged, but", "does not have"}) {
        INFO(outcome.output);
        CHECK(outcome.output.find(complaint) == std::string::npos);
    }
}
