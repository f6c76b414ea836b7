#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "config/error.hpp"
#include "config/index/columns.hpp"
#include "config/index/manifest.hpp"
#include "config/index/stored_record.hpp"

namespace schakel {

/// A product of the live generation, as it is visited.
struct LiveProduct {
    const StoredRecord& record;
    const Columns& columns;    // of its segment
    std::size_t document = 0;  // in its segment
    std::filesystem::path segment;
};

struct LiveGeneration {
    std::uint32_t number = 0;
    IndexManifest manifest;
};

/// Visits every living product of the live generation that is not on the blocklist, in the order of the segments; `visit`
/// returns false to stop. Memory: one segment's columns and one record at a time. Errors: index_missing, index_corrupt,
/// index_mismatch (another schema), unreadable.
Result<LiveGeneration> visit_live_products(const std::filesystem::path& index,
                                           const std::function<bool(const LiveProduct&)>& visit);

}  // namespace schakel
