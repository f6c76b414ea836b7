#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace schakel {

/// The moment that an ISO 8601 time in UTC, to the second (`2026-01-31T12:00:00Z`, exactly twenty characters), names; absent when
/// it is malformed or does not exist. Pure.
std::optional<std::chrono::sys_seconds> parse_utc_time(std::string_view text);

/// The inverse.
std::string utc_time(std::chrono::sys_seconds time);

/// The second that it is now.
inline std::chrono::sys_seconds utc_now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace schakel
