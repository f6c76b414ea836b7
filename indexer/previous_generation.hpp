#pragma once

#include <filesystem>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "config/index/manifest.hpp"
#include "indexer/ledger.hpp"

namespace schakel {

/// The generation that an update goes on from. A plain value.
struct PreviousGeneration {
    std::filesystem::path folder;  // empty = there is none: everything is new
    IndexManifest manifest;
    Ledger ledger;
};

/// What is live in an index, checked as far as taking it over needs. Errors: index_missing, index_mismatch (made by another
/// analysis or other tables), index_corrupt, and those of `read_ledger`.
Result<PreviousGeneration> read_previous_generation(const std::filesystem::path& index,
                                                    const Installation& installation);

/// What is known of the products of the live generation, whoever made it. Empty when there is none or it cannot be read: all
/// that is built then counts as new.
Ledger live_ledger(const std::filesystem::path& index);

}  // namespace schakel
