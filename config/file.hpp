#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// The whole content of a regular file. Errors: not_found, unreadable. Safe from any thread.
Result<std::string> read_file(const std::filesystem::path& file);

/// The regular files in `folder` (not below it) whose name ends in `extension` (".xml"), sorted by name. Hidden files are
/// left out, so that an editor's backup never counts. Errors: not_found, unreadable.
Result<std::vector<std::filesystem::path>> files_in(const std::filesystem::path& folder, std::string_view extension);

}  // namespace schakel
