#include <nlohmann/json.hpp>

#include "searchd/evaluation/evaluation_report.hpp"

namespace schakel {
namespace {

using nlohmann::ordered_json;

ordered_json json_of(const Measures& measures) {
    ordered_json object = ordered_json::object();
    for (std::size_t i = 0; i < measure_count; ++i) object[std::string(measure_names[i])] = measures[i];
    return object;
}

ordered_json json_of(const std::vector<ClassSummary>& classes) {
    ordered_json list = ordered_json::array();
    for (const ClassSummary& one : classes)
        list.push_back({{"klasse", one.query_class.empty() ? ordered_json(nullptr) : ordered_json(one.query_class)},
                        {"zoekvragen", one.queries},
                        {"gemiddeld", json_of(one.mean)}});
    return list;
}

ordered_json json_of(const std::optional<int>& rank) { return rank ? ordered_json(*rank) : ordered_json(nullptr); }

ordered_json json_of(const std::vector<QueryChange>& changes) {
    ordered_json list = ordered_json::array();
    for (const QueryChange& change : changes) {
        ordered_json documents = ordered_json::array();
        for (const RankChange& document : change.documents)
            documents.push_back({{"id", document.document},
                                 {"relevantie", document.relevance},
                                 {"rangEerder", json_of(document.before)},
                                 {"rangNu", json_of(document.after)}});
        list.push_back({{"id", change.query.id},
                        {"zoekvraag", change.query.text},
                        {"klasse", change.query.query_class},
                        {"eerder", json_of(change.before)},
                        {"nu", json_of(change.after)},
                        {"producten", std::move(documents)}});
    }
    return list;
}

ordered_json json_of(const BaselineComparison& baseline) {
    const Comparison& comparison = baseline.comparison;
    ordered_json tests = ordered_json::object();
    for (std::size_t i = 0; i < measure_count; ++i) {
        const RandomisationTest& test = comparison.tests[i];
        tests[std::string(measure_names[i])] = {{"p", test.p_value}, {"rondes", test.rounds}, {"exact", test.exact}};
    }
    return {{"bestand", baseline.file},
            {"klassen", json_of(comparison.before)},
            {"toetsen", std::move(tests)},
            {"verliezen", json_of(comparison.losses)},
            {"winsten", json_of(comparison.gains)}};
}

}  // namespace

std::string to_json(const EvaluationReport& report, Language language) {
    ordered_json notices = ordered_json::array();
    for (const Text& notice : report.notices) notices.push_back(notice.in(language));
    ordered_json object{{"generatie", report.generation},
                        {"producten", report.products},
                        {"millisecondenPerZoekvraag", report.milliseconds_per_query},
                        {"klassen", json_of(report.classes)},
                        {"meldingen", std::move(notices)}};
    if (report.baseline) object["vergelijking"] = json_of(*report.baseline);
    return object.dump(2) + '\n';
}

}  // namespace schakel
