#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searchd/engine/index/index_snapshot.hpp"

namespace schakel {

/// A snapshot of one index in which a curator has blocked these products. Throws when it cannot be made.
std::shared_ptr<const IndexSnapshot> snapshot_without(const IndexSnapshot& snapshot, std::vector<std::string> ids);

}  // namespace schakel
