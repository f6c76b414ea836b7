#include "searchd/evaluation/evaluation_report.hpp"

#include <map>
#include <sstream>
#include <stdexcept>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/golden/golden.hpp"

using namespace schakel;

namespace {

/// The parts of a case: each begins with its name and a colon on a line of its own.
std::map<std::string, std::string> parts_of(const std::string& input) {
    std::map<std::string, std::string> parts;
    std::string* part = nullptr;
    std::istringstream stream(input);
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with(':'))
            part = &parts[line.substr(0, line.size() - 1)];
        else if (part != nullptr)
            part->append(line).append("\n");
    }
    return parts;
}

template <class T>
T expected(Result<T> result) {
    if (!result) throw std::runtime_error(to_text(result.error(), Language::english));
    return std::move(*result);
}

/// The report on the queries, judgements and runs of a case.
EvaluationReport report_of(std::map<std::string, std::string> parts) {
    const Qrels qrels = expected(parse_qrels("oordelen", parts["oordelen"]));
    const QuerySelection selection = select_queries(expected(parse_queries("zoekvragen", parts["zoekvragen"])), qrels);
    const Run now = expected(parse_run("nu", parts["nu"]));
    EvaluationReport report{.generation = 3, .products = 1234, .milliseconds_per_query = 0.418};
    report.classes = summaries_of(selection.measured, measures_per_query(selection.measured, qrels, now));
    if (parts.contains("eerder")) {
        const Run before = expected(parse_run("eerder", parts["eerder"]));
        report.baseline = {"eerder.trec", compare(selection.measured, qrels, before, now)};
    }
    return report;
}

}  // namespace

TEST_CASE("an evaluation is told as tables", "[golden]") {
    CHECK_GOLDEN("evaluation", [](const std::string& input) {
        const auto parts = parts_of(input);
        return to_text(report_of(parts), parts.contains("english") ? Language::english : Language::dutch);
    });
}

TEST_CASE("an evaluation is told as JSON") {
    EvaluationReport report = report_of({{"zoekvragen", "q1\tjeugd zorg\tcompound\nq2\twmo\n"},
                                         {"oordelen", "q1 0 a 1\nq2 0 b 2\n"},
                                         {"eerder", "q1 Q0 a 1 1 x\n"},
                                         {"nu", "q1 Q0 a 2 1 x\nq2 Q0 b 1 1 x\n"}});
    report.notices = {{"een melding", "a notice"}};
    const auto object = nlohmann::json::parse(to_json(report, Language::english));
    CHECK(object["producten"] == 1234);
    CHECK(object["meldingen"] == nlohmann::json{"a notice"});
    CHECK(object["klassen"][0]["klasse"].is_null());
    CHECK(object["klassen"][0]["gemiddeld"]["MRR@10"] == Approx(0.75));
    CHECK(object["klassen"][1]["klasse"] == "compound");
    const auto& comparison = object["vergelijking"];
    CHECK(comparison["klassen"][0]["gemiddeld"]["MRR@10"] == Approx(0.5));
    CHECK(comparison["toetsen"]["nDCG@10"]["exact"] == true);
    CHECK(comparison["verliezen"][0]["zoekvraag"] == "jeugd zorg");
    CHECK(comparison["verliezen"][0]["producten"][0]["rangNu"] == 2);
    CHECK(comparison["winsten"][0]["producten"][0]["rangEerder"].is_null());
}
