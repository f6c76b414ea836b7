#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace schakel {

/// The day ("2026-03-03") on which an old index was built: `built_at` (ISO 8601) is more than `days` days before `now`. Empty when it
/// is not, when `days` is 0, and when `built_at` is no time. Pure.
std::string old_since(std::string_view built_at, std::chrono::system_clock::time_point now, int days);

}  // namespace schakel
