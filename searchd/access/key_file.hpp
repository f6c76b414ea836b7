#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "searchd/access/api_key.hpp"

namespace schakel {

/// The file in which the API keys are kept: a table (see `TableFile`) with the columns naam, hash, perMinuut, websites and
/// sinds; who keeps it may add remarks. It is replaced in one step, so a reader sees the old or the new one, and only its
/// owner may read it. Two programs that change it take turns. Safe from any thread.

/// Its keys; none when there is no such file. Errors: config_invalid, with file and line; unreadable.
Result<std::vector<ApiKey>> read_keys(const std::filesystem::path& file);

/// Adds a key, and makes the file when it is not there. Errors: those of `read_keys`; usage when the name is taken or is none
/// (empty, over 100 bytes, control characters); io.
Result<void> add_key(const std::filesystem::path& file, const ApiKey& key);

/// Takes a key out. Errors: those of `read_keys`; usage when there is none by that name; io.
Result<void> remove_key(const std::filesystem::path& file, std::string_view name);

}  // namespace schakel
