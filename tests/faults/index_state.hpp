#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace schakel {

/// The generation that `current` names, such as "gen-000003"; empty when there is none.
std::string live_generation(const std::filesystem::path& index);

/// What an index folder may hold is `current`, `write.lock` and generations; the names of anything else, sorted.
std::vector<std::string> left_behind(const std::filesystem::path& index);

/// Which products others may harvest, and which they hear are gone, by id; without the times.
std::vector<std::string> dated_products(const std::filesystem::path& index);

/// The number of products in the live generation, as `schakel-indexer stats` reads it. Throws std::runtime_error, with what
/// it said, when it cannot.
int products_in(const std::filesystem::path& index);

/// All files of an index folder's live generation that searchd reads (so not the ledger), relative to it, sorted.
std::vector<std::filesystem::path> files_of_live_generation(const std::filesystem::path& index);

}  // namespace schakel
