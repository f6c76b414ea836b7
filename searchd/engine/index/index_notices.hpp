#pragma once

#include <chrono>
#include <string_view>

#include "config/text.hpp"

namespace schakel {

/// What users read of another institute's index. `name` is as they know it, `built_at` of its manifest (ISO 8601, UTC). Pure.

/// "De index van Kennispunt Twente is nu niet te doorzoeken; de resultaten zijn onvolledig."
Text cannot_be_searched(std::string_view name);

/// "De index van Kennispunt Twente is nu niet te vernieuwen; u doorzoekt die van 3 november 2026."
Text cannot_be_renewed(std::string_view name, std::string_view built_at);

/// "De index van Kennispunt Twente is van 3 november 2026; wat daarna is verschenen, ontbreekt."
Text is_outdated(std::string_view name, std::string_view built_at);

/// Whether it was built longer ago than `age`; also when `built_at` does not tell.
bool is_older(std::string_view built_at, std::chrono::days age, std::chrono::system_clock::time_point now);

}  // namespace schakel
