#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/text.hpp"
#include "searchd/evaluation/evaluation.hpp"

namespace schakel {

/// The comparison with an earlier run, and the file that holds it.
struct BaselineComparison {
    std::string file;
    Comparison comparison;
};

/// What an evaluation found. A plain value.
struct EvaluationReport {
    std::uint32_t generation = 0;
    std::size_t products = 0;
    double milliseconds_per_query = 0;  // in the engine, without passages
    std::vector<ClassSummary> classes;  // as `summaries_of`; all queries first
    std::vector<Text> notices;          // what was left out or looks wrong
    std::optional<BaselineComparison> baseline;
};

/// The report as tables for a terminal.
std::string to_text(const EvaluationReport& report, Language language);

/// The report as JSON; notices in `language`.
std::string to_json(const EvaluationReport& report, Language language);

}  // namespace schakel
