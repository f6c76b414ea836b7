#pragma once

#include <filesystem>

#include "config/error.hpp"

namespace schakel {

/// The index_corrupt error for a file of the index that is truncated, foreign or contradicts itself, with what to do about it.
/// Safe from any thread.
tl::unexpected<Error> damaged_file(const std::filesystem::path& file);

}  // namespace schakel
