#pragma once

#include <filesystem>
#include <string_view>

#include "config/error.hpp"

namespace schakel {

/// Writes `bytes` to a new or truncated `file` and flushes it to the disk. Errors: io (disk full, no permission).
Result<void> write_durably(const std::filesystem::path& file, std::string_view bytes);

/// Flushes a file, or the entries of a folder, to the disk. Errors: io.
Result<void> flush_to_disk(const std::filesystem::path& path);

/// An io error that names the action's path and errno's reason.
tl::unexpected<Error> io_failure(const std::filesystem::path& path, int reason);

}  // namespace schakel
