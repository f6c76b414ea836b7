#pragma once

#include "config/error.hpp"
#include "corpus/harvesters/harvest_run.hpp"

namespace schakel {

/// Harvests an OAI-PMH 2.0 repository into the store of `run`: since the last harvest that succeeded, with a day of overlap,
/// or everything. Goes on with a harvest that was broken off, at the page it had reached. Counts and notices go to the
/// report of `run`. Errors: unreadable (the server), malformed (its answers), not_found (no such set), io.
Result<void> harvest_oai(HarvestRun& run);

}  // namespace schakel
