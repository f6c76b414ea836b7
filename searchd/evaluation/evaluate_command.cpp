#include "searchd/evaluation/evaluate_command.hpp"

#include <set>

#include <fmt/format.h>

#include "config/command_line.hpp"
#include "config/index/durable_file.hpp"
#include "searchd/engine/searcher.hpp"
#include "searchd/evaluation/evaluation_report.hpp"
#include "searchd/evaluation/query_runner.hpp"
#include "searchd/request/url.hpp"

namespace schakel {
namespace {

/// The files an evaluation starts from.
struct EvaluationInput {
    QuerySelection queries;
    Qrels qrels;
    std::optional<Run> baseline;
};

Result<EvaluationInput> read_input(const EvaluateOptions& options) {
    auto queries = read_queries(options.queries);
    if (!queries) return tl::unexpected(queries.error());
    auto qrels = read_qrels(options.qrels);
    if (!qrels) return tl::unexpected(qrels.error());
    EvaluationInput input{select_queries(std::move(*queries), *qrels), std::move(*qrels), {}};
    if (input.queries.measured.empty())
        return fail(ErrorCode::empty_source,
                    {fmt::format("geen enkele zoekvraag van {} heeft een relevant product in {}",
                                 options.queries.string(), options.qrels.string()),
                     fmt::format("no query of {} has a relevant product in {}", options.queries.string(),
                                 options.qrels.string())},
                    {"controleer of beide bestanden dezelfde kenmerken van zoekvragen gebruiken",
                     "check that both files use the same query ids"});
    if (options.baseline.empty()) return input;
    auto baseline = read_run(options.baseline);
    if (!baseline) return tl::unexpected(baseline.error());
    input.baseline = std::move(*baseline);
    return input;
}

Result<std::shared_ptr<const IndexSnapshot>> open_live(const std::filesystem::path& index,
                                                       const Installation& installation) {
    const IndexFolder folder(index);
    const auto generation = folder.live();
    if (!generation) return tl::unexpected(generation.error());
    return IndexSnapshot::open(folder, *generation, installation);
}

/// A notice about some ids, of which the first few are named; none without ids.
void add_notice(std::vector<Text>& notices, const std::vector<std::string>& ids, const Text& form) {
    if (ids.empty()) return;
    constexpr std::size_t most_named = 3;
    const std::span named(ids.data(), std::min(ids.size(), most_named));
    const std::string names = fmt::format("{}{}", fmt::join(named, ", "), ids.size() > most_named ? ", …" : "");
    notices.emplace_back(fmt::format(fmt::runtime(form.nl), ids.size(), names),
                         fmt::format(fmt::runtime(form.en), ids.size(), names));
}

/// Judged products of the measured queries that the index does not have.
Result<std::vector<std::string>> unknown_products(const EvaluationInput& input, Searcher& searcher) {
    std::set<std::string> judged;
    for (const JudgedQuery& query : input.queries.measured)
        for (const auto& [document, relevance] : input.qrels.find(query.id)->second) judged.insert(document);
    std::vector<std::string> unknown;
    for (const std::string& document : judged) {
        auto found = searcher.find(document);
        if (found && !*found) found = searcher.find(percent_decode(document, false));
        if (!found) return tl::unexpected(found.error());
        if (!*found) unknown.push_back(document);
    }
    return unknown;
}

std::vector<std::string> queries_without_results(std::span<const JudgedQuery> queries, const Run& run) {
    std::vector<std::string> ids;
    for (const JudgedQuery& query : queries)
        if (const auto found = run.find(query.id); found == run.end() || found->second.empty()) ids.push_back(query.id);
    return ids;
}

void add_query_notices(const EvaluationInput& input, const Run& run, std::vector<Text>& notices) {
    const QuerySelection& queries = input.queries;
    add_notice(notices, queries.left_out,
               {"niet meegeteld, want zonder relevant product: {} ({})",
                "left out, because nothing is relevant to them: {} ({})"});
    add_notice(notices, queries.only_judged,
               {"beoordeeld, maar geen zoekvraag: {} ({})", "judged, but no query: {} ({})"});
    add_notice(notices, queries_without_results(queries.measured, run),
               {"zoekvragen die niets vinden: {} ({})", "queries that find nothing: {} ({})"});
    if (input.baseline)
        add_notice(notices, queries_without_results(queries.measured, *input.baseline),
                   {"zoekvragen zonder resultaat in de eerdere rangschikking: {} ({})",
                    "queries without a result in the earlier run: {} ({})"});
}

Result<EvaluationReport> report_of(const EvaluateOptions& options, const EvaluationInput& input,
                                   const Installation& installation, Searcher& searcher) {
    const std::vector<JudgedQuery>& queries = input.queries.measured;
    const auto timed = run_queries(searcher, installation, queries, deepest_rank);
    if (!timed) return tl::unexpected(timed.error());
    if (!options.run.empty())
        if (auto written = write_durably(options.run, to_text(timed->run, "schakel")); !written)
            return tl::unexpected(written.error());
    EvaluationReport report{.generation = searcher.snapshot().generation(),
                            .products = searcher.snapshot().living(),
                            .milliseconds_per_query = timed->milliseconds / static_cast<double>(queries.size()),
                            .classes = summaries_of(queries, measures_per_query(queries, input.qrels, timed->run))};
    add_query_notices(input, timed->run, report.notices);
    const auto unknown = unknown_products(input, searcher);
    if (!unknown) return tl::unexpected(unknown.error());
    add_notice(report.notices, *unknown,
               {"beoordeelde producten die niet in de index staan: {} ({})",
                "judged products that the index does not have: {} ({})"});
    if (input.baseline)
        report.baseline = {options.baseline.string(), compare(queries, input.qrels, *input.baseline, timed->run)};
    return report;
}

}  // namespace

CLI::App& add_evaluate_command(CLI::App& program, EvaluateOptions& options) {
    CLI::App& command =
        *program.add_subcommand("evaluate", "Meet hoe goed de resultaten van beoordeelde zoekvragen zijn")
             ->group("Opdrachten");
    speak_dutch(command);
    const auto add_file = [&command](const char* name, std::filesystem::path& file, const char* description) {
        return command.add_option(name, file, description)->type_name("BESTAND");
    };
    command.add_option("--index", options.index, "Map van de index")->type_name("MAP")->required();
    add_file("--queries", options.queries,
             "Zoekvragen: kenmerk, tab, zoekvraag en eventueel klasse en parameters, met tabs")
        ->required();
    add_file("--qrels", options.qrels, "Oordelen: zoekvraag 0 product relevantie (TREC)")->required();
    add_file("--run", options.run, "Schrijf de rangschikking (TREC)");
    add_file("--baseline", options.baseline, "Vergelijk met een eerder geschreven rangschikking");
    add_file("--config", options.config, "Instellingen (standaard: $SCHAKEL_CONFIG of het bestand bij het programma)");
    command.add_option("--format", options.format, "Vorm van de uitvoer")
        ->type_name("VORM")
        ->check(one_of({"text", "json"}));
    command.add_option("--lang", options.language, "Taal van de meldingen: nl of en")
        ->type_name("TAAL")
        ->check(one_of({"nl", "en"}));
    return command;
}

Result<std::string> evaluate(const EvaluateOptions& options) {
    const auto input = read_input(options);
    if (!input) return tl::unexpected(input.error());
    auto installation = load_installation(options.config);
    if (!installation) return tl::unexpected(installation.error());
    installation->settings.search.fragments = 0;  // they take time and change no rank
    auto snapshot = open_live(options.index, *installation);
    if (!snapshot) return tl::unexpected(snapshot.error());
    const auto searcher = Searcher::create(std::move(*snapshot), *installation);
    if (!searcher) return tl::unexpected(searcher.error());
    const auto report = report_of(options, *input, *installation, **searcher);
    if (!report) return tl::unexpected(report.error());
    const Language language = options.language == "en" ? Language::english : Language::dutch;
    return options.format == "json" ? to_json(*report, language) : to_text(*report, language);
}

}  // namespace schakel
