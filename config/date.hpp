#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace schakel {

/// The day that an ISO date (`2026-01-31`, exactly ten characters) names; absent when it is malformed or does not exist.
std::optional<std::chrono::sys_days> parse_iso_date(std::string_view text);

inline bool is_iso_date(std::string_view text) { return parse_iso_date(text).has_value(); }

}  // namespace schakel
