#pragma once

#include <filesystem>

#include "config/error.hpp"

namespace schakel {

/// Brings the dates of the products (config/index/record_dates.hpp) in line with the live generation, unless they are already.
/// To be called whenever another generation went live, and before a next one is made, because a crash may have come between. For
/// the one who holds the write lock. Errors: those of `follow_generation`, `read_ledger` and `read_manifest`; index_missing.
Result<void> date_live_records(const std::filesystem::path& index);

/// The same where the generation matters more than its dates: what fails is logged, and the next run tries again.
void try_to_date_live_records(const std::filesystem::path& index);

}  // namespace schakel
