#pragma once

#include <filesystem>

#include "config/error.hpp"

namespace schakel {

/// The error for a file that the operating system will not let us read: not_found, else unreadable. `reason` is an errno.
/// Safe from any thread.
tl::unexpected<Error> unreadable_file(const std::filesystem::path& file, int reason);

}  // namespace schakel
