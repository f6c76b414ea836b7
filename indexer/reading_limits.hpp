#pragma once

#include "config/settings.hpp"
#include "corpus/isolation/isolation_limits.hpp"

namespace schakel {

/// What the settings allow the reading of a file to cost. Pure.
ReadingLimits reading_limits(const Settings& settings);

/// How many threads analyse, and how many files are read at the same time: as the command line says, else as the settings do, else
/// one for each core. `asked`: 0 = the command line says nothing. At least 1.
int thread_count(int asked, const Settings& settings);

}  // namespace schakel
