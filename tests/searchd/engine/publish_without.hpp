#pragma once

#include <cstdint>
#include <vector>

#include "config/index/index_folder.hpp"

namespace schakel {

/// Publishes the segments of the live generation once more, shared with it, with these documents deleted (numbered over all
/// segments). Returns the number of the generation.
std::uint32_t publish_without(const IndexFolder& folder, const std::vector<std::uint32_t>& deleted);

}  // namespace schakel
