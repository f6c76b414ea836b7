#include "searchd/evaluation/evaluate_command.hpp"

#include <fstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "config/file.hpp"
#include "tests/paths.hpp"
#include "tests/sample_index.hpp"

using namespace schakel;

namespace {

/// Three products about words that need no analysis, and the files of an evaluation.
class Evaluation {
public:
    Evaluation()
        : index_({{document_of_words("een", {"wijk"}), document_of_words("met spatie", {"wijk team"})},
                  {document_of_words("drie", {"team"})}}) {
        write("zoekvragen.tsv", "q1\twijk\tcompound\nq2\tteam\nq3\tniets\n");
        write("oordelen.txt", "q1 0 een 1\nq1 0 met%20spatie 2\nq2 0 drie 1\n");
    }

    std::filesystem::path file(const std::string& name) const { return files_.path() / name; }

    void write(const std::string& name, const std::string& text) const { std::ofstream(file(name)) << text; }

    EvaluateOptions options() const {
        return {.index = index_.folder().root(),
                .queries = file("zoekvragen.tsv"),
                .qrels = file("oordelen.txt"),
                .config = repository_folder() / "config" / "schakel.toml",
                .format = "json"};
    }

    nlohmann::json report() const { return report(options()); }

    static nlohmann::json report(const EvaluateOptions& options) {
        const auto report = evaluate(options);
        REQUIRE(report);
        return nlohmann::json::parse(*report);
    }

private:
    SampleIndex index_;
    TemporaryFolder files_;
};

ErrorCode error_of(const EvaluateOptions& options) {
    const auto report = evaluate(options);
    REQUIRE_FALSE(report);
    return report.error().code;
}

}  // namespace

TEST_CASE("an index is asked the queries and its answers are measured") {
    const nlohmann::json report = Evaluation().report();
    CHECK(report["producten"] == 3);
    REQUIRE(report["klassen"].size() == 2);
    CHECK(report["klassen"][0]["zoekvragen"] == 2);
    CHECK(report["klassen"][0]["gemiddeld"]["recall@10"] == Approx(1));
    CHECK(report["klassen"][1]["klasse"] == "compound");
    CHECK(report["meldingen"] == nlohmann::json{"niet meegeteld, want zonder relevant product: 1 (q3)"});
}

TEST_CASE("the run that is written is the baseline of the next") {
    const Evaluation evaluation;
    EvaluateOptions options = evaluation.options();
    options.run = evaluation.file("nu.trec");
    Evaluation::report(options);
    options.baseline = options.run;
    options.run.clear();
    const nlohmann::json report = Evaluation::report(options);
    CHECK(report["vergelijking"]["klassen"] == report["klassen"]);
    CHECK(report["vergelijking"]["toetsen"]["nDCG@10"]["p"] == 1);
    CHECK(report["vergelijking"]["verliezen"].empty());
    const auto run = read_file(evaluation.file("nu.trec"));
    REQUIRE(run);
    CHECK(run->find("q1 Q0 met%20spatie ") != std::string::npos);
}

TEST_CASE("judgements that do not fit queries or index are told") {
    const Evaluation evaluation;
    evaluation.write("zoekvragen.tsv", "q1\twijk\nq4\tbestaatnergens\n");
    evaluation.write("oordelen.txt", "q1 0 een 1\nq1 0 vervallen 1\nq4 0 drie 1\nq9 0 een 1\n");
    CHECK(evaluation.report()["meldingen"] ==
          nlohmann::json({"beoordeeld, maar geen zoekvraag: 1 (q9)", "zoekvragen die niets vinden: 1 (q4)",
                          "beoordeelde producten die niet in de index staan: 1 (vervallen)"}));
}

TEST_CASE("an evaluation says what is wrong with its input") {
    const Evaluation evaluation;
    EvaluateOptions without_index = evaluation.options();
    without_index.index = evaluation.file("geen-index");
    CHECK(error_of(without_index) == ErrorCode::index_missing);
    EvaluateOptions without_baseline = evaluation.options();
    without_baseline.baseline = evaluation.file("niets.trec");
    CHECK(error_of(without_baseline) == ErrorCode::not_found);
    evaluation.write("oordelen.txt", "q1 0 een\n");
    CHECK(error_of(evaluation.options()) == ErrorCode::malformed);
    evaluation.write("oordelen.txt", "q9 0 een 1\n");
    CHECK(error_of(evaluation.options()) == ErrorCode::empty_source);
    EvaluateOptions without_folder = evaluation.options();
    without_folder.run = evaluation.file("geen-map") / "nu.trec";
    evaluation.write("oordelen.txt", "q1 0 een 1\n");
    CHECK(error_of(without_folder) == ErrorCode::io);
}
