// Finds better values for settings of schakel.toml by asking judged queries; see README.md.
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "config/command_line.hpp"
#include "tests/relevance/tuning/cross_validation.hpp"
#include "tests/relevance/tuning/retrieval_set.hpp"
#include "tests/relevance/tuning/setting_grid.hpp"
#include "tests/relevance/tuning/tuning_report.hpp"

namespace {

using namespace schakel;

struct CommandLine {
    std::filesystem::path config;
    std::filesystem::path settings;
    std::vector<std::string> indexes;  // --set INDEX FOLDER, in pairs
    int folds = 5;
    int threads = 2;
    double loss_weight = 1;
};

Result<std::vector<RetrievalSet>> open_sets(const std::vector<std::string>& pairs) {
    std::vector<RetrievalSet> sets;
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        auto set = RetrievalSet::open(pairs[i], pairs[i + 1]);
        if (!set) return tl::unexpected(set.error());
        sets.push_back(std::move(*set));
    }
    return sets;
}

/// Scores all sets with the settings of a point, and tells on standard error how it goes.
class Tuner {
public:
    Tuner(Installation& installation, const SettingGrid& grid, const std::vector<RetrievalSet>& sets, int threads)
        : installation_(installation), grid_(grid), sets_(sets), threads_(static_cast<std::size_t>(threads)) {}

    Result<SetScores> operator()(const GridPoint& point) {
        grid_.apply(point, installation_.settings);
        SetScores scores;
        for (const RetrievalSet& set : sets_) {
            auto of_set = set.scores(installation_, threads_);
            if (!of_set) return tl::unexpected(of_set.error());
            scores.push_back(std::move(*of_set));
        }
        tell(point, scores);
        return scores;
    }

private:
    void tell(const GridPoint& point, const SetScores& scores) {
        const SetFolds one_fold = folds_of_zero(scores);
        fmt::print(stderr, "{:>4}  {:.4f} ", ++measured_,
                   mean_of_sets(scores, one_fold, [](std::size_t) { return true; }));
        for (std::size_t i = 0; i < point.size(); ++i)
            if (point[i] != grid_.present()[i])
                fmt::print(stderr, " {}={}", grid_.settings()[i].key->name, grid_.settings()[i].values[point[i]]);
        fmt::print(stderr, "\n");
    }

    static SetFolds folds_of_zero(const SetScores& scores) {
        SetFolds folds;
        for (const std::vector<double>& of_set : scores) folds.emplace_back(of_set.size(), 0);
        return folds;
    }

    Installation& installation_;
    const SettingGrid& grid_;
    const std::vector<RetrievalSet>& sets_;
    std::size_t threads_;
    int measured_ = 0;
};

std::vector<std::string> names_of(const std::vector<RetrievalSet>& sets) {
    std::vector<std::string> names;
    for (const RetrievalSet& set : sets) names.push_back(set.name());
    return names;
}

Result<void> tune(const CommandLine& line) {
    auto installation = load_installation(line.config);
    if (!installation) return tl::unexpected(installation.error());
    installation->settings.search.fragments = 0;  // they take time and change no rank
    const auto grid = SettingGrid::read(line.settings, installation->settings);
    if (!grid) return tl::unexpected(grid.error());
    const auto sets = open_sets(line.indexes);
    if (!sets) return tl::unexpected(sets.error());
    TuningPlan plan{.sizes = grid->sizes(),
                    .present = grid->present(),
                    .fold_count = static_cast<std::size_t>(line.folds),
                    .loss_weight = line.loss_weight};
    for (const RetrievalSet& set : *sets) plan.folds.push_back(set.folds(plan.fold_count));
    const auto outcome = cross_validate(plan, Tuner(*installation, *grid, *sets, line.threads));
    if (!outcome) return tl::unexpected(outcome.error());
    fmt::print("{}", to_text(*outcome, *grid, names_of(*sets)));
    return {};
}

int run(int argc, char** argv) {
    CLI::App program("schakel-tune: finds values for settings of schakel.toml on judged queries", "schakel-tune");
    CommandLine line;
    program.add_option("--config", line.config, "The settings to start from (default: as the other programs)");
    program.add_option("--settings", line.settings, "Table of the settings to tune and their values")->required();
    program.add_option("--set", line.indexes, "An index and the folder with its queries.tsv and qrels.txt")
        ->type_name("INDEX FOLDER")
        ->type_size(2)
        ->expected(1, 100)
        ->required();
    program.add_option("--folds", line.folds, "Parts of the queries that are held out in turn")
        ->check(whole_number(2, 100));
    program.add_option("--threads", line.threads, "Threads that ask queries")->check(whole_number(1, 256));
    program
        .add_option("--loss-weight", line.loss_weight, "How much heavier a set that falls weighs than one that rises")
        ->check(CLI::Range(1.0, 1000.0));
    CLI11_PARSE(program, argc, argv);
    if (const auto tuned = tune(line); !tuned) {
        fmt::print(stderr, "schakel-tune: {}\n", to_text(tuned.error(), Language::english));
        return static_cast<int>(row_of(tuned.error().code).exit_status);
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& problem) {
        fmt::print(stderr, "schakel-tune: unexpected: {}\n", problem.what());
        return 3;
    }
}
