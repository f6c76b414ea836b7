#include "tests/relevance/tuning/tuning_report.hpp"

#include <fmt/format.h>

namespace schakel {
namespace {

std::string values_of(const SettingGrid& grid, const GridPoint& point) {
    std::string text;
    for (std::size_t i = 0; i < point.size(); ++i) text += fmt::format(" {:>8}", grid.settings()[i].values[point[i]]);
    return text;
}

std::string folds_text(const TuningOutcome& outcome, const SettingGrid& grid) {
    std::string text = fmt::format(
        "nDCG@10, mean of the sets, of each fold's queries with settings found without them ({} settings "
        "measured):\nvalues:",
        outcome.measured);
    for (const TunedSetting& setting : grid.settings()) text += fmt::format(" {}", setting.key->name);
    text += '\n';
    for (std::size_t fold = 0; fold < outcome.folds.size(); ++fold) {
        const FoldOutcome& one = outcome.folds[fold];
        text += fmt::format("fold {}  {:.4f} -> {:.4f}  {:+.4f}   values{}\n", fold + 1, one.before, one.after,
                            one.after - one.before, values_of(grid, one.point));
    }
    return text;
}

std::string set_text(const SetOutcome& set, const std::string& name) {
    const std::string chance = set.test.p_value < 0.0001 ? "<0.0001" : fmt::format("{:.4f}", set.test.p_value);
    return fmt::format("{:<20} {:>7} {:>8.4f} {:>8.4f} {:>+8.4f} {:>7} {:>11.4f}\n", name, set.queries, set.before,
                       set.held_out, set.held_out - set.before, chance, set.recommended);
}

std::string sets_text(const TuningOutcome& outcome, const std::vector<std::string>& names) {
    std::string text = fmt::format("\n{:<20} {:>7} {:>8} {:>8} {:>8} {:>7} {:>11}\n", "set", "queries", "before",
                                   "held out", "change", "p", "recommended");
    for (std::size_t i = 0; i < names.size(); ++i) text += set_text(outcome.sets[i], names[i]);
    return text;
}

/// What is worth knowing of a recommended value; empty when it stays as it is.
std::string remark_on(const TunedSetting& setting, std::size_t before, std::size_t after) {
    if (before == after) return {};
    const bool edge = after == 0 || after + 1 == setting.values.size();
    return fmt::format("  # was {}{}", setting.values[before], edge ? "; at the end of its values" : "");
}

std::string recommendation(const TuningOutcome& outcome, const SettingGrid& grid) {
    double gain = 0;
    for (const SetOutcome& one : outcome.sets) gain += one.held_out - one.before;
    if (gain <= 0) return "\nKeep the present values: on queries that were held out nothing is gained.\n";
    std::string text = "\nRecommended for [search] in schakel.toml, found on all queries:\n";
    for (std::size_t i = 0; i < grid.settings().size(); ++i) {
        const TunedSetting& setting = grid.settings()[i];
        const std::size_t after = outcome.recommended[i];
        text += fmt::format("{} = {}{}\n", setting.key->name, setting.values[after],
                            remark_on(setting, grid.present()[i], after));
    }
    return text;
}

}  // namespace

std::string to_text(const TuningOutcome& outcome, const SettingGrid& grid, const std::vector<std::string>& names) {
    return folds_text(outcome, grid) + sets_text(outcome, names) + recommendation(outcome, grid);
}

}  // namespace schakel
