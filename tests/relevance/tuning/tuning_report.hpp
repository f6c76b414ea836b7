#pragma once

#include <string>
#include <vector>

#include "tests/relevance/tuning/cross_validation.hpp"
#include "tests/relevance/tuning/setting_grid.hpp"

namespace schakel {

/// What came of tuning, for a terminal: the held-out figures per fold and per set (`names`, in order), and the lines for
/// schakel.toml; no lines when nothing is gained on queries that were held out. Pure.
std::string to_text(const TuningOutcome& outcome, const SettingGrid& grid, const std::vector<std::string>& names);

}  // namespace schakel
