#pragma once

#include <filesystem>
#include <string_view>

#include "config/error.hpp"

namespace schakel {

/// Whether `web_folder`/static/themes has a style sheet for `theme` (of the settings). Errors: config_invalid, naming the themes there
/// are; unreadable when the folder cannot be listed.
Result<void> check_theme(const std::filesystem::path& web_folder, std::string_view theme);

}  // namespace schakel
