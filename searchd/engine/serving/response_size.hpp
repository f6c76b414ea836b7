#pragma once

#include <cstddef>

#include "searchd/engine/search_response.hpp"

namespace schakel {

/// Bytes that an answer takes in memory: itself and all it points to, each piece with what the allocator adds.
/// Pure.
std::size_t size_in_memory(const SearchResponse& response);

}  // namespace schakel
