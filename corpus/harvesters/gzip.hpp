#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace schakel {

/// Whether the bytes begin as gzip (RFC 1952) does.
bool is_gzip(std::string_view bytes);

enum class GzipFault { broken, too_large };

struct Unzipped {
    std::string bytes;
    std::optional<GzipFault> fault;  // then `bytes` is empty
};

/// What was compressed, if it is no more than `limit` bytes; works in memory of that order, whatever is claimed. Safe from
/// any thread.
Unzipped unzip(std::string_view compressed, std::size_t limit);

}  // namespace schakel
