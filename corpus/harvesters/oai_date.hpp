#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace schakel {

/// A UTC datestamp of OAI-PMH: `2026-01-31` (its begin) or `2026-01-31T12:00:00Z`, fractions of a second cut off; absent
/// when it is neither, or no such day or time exists. Safe from any thread.
std::optional<std::chrono::sys_seconds> parse_oai_date(std::string_view text);

/// In the granularity of the repository.
std::string oai_date(std::chrono::sys_seconds time, bool with_seconds);

}  // namespace schakel
