#pragma once

#include <string>

#include <fmt/format.h>

#include "config/text.hpp"

namespace schakel {

/// A number with so many digits behind the comma that Dutch has, or the point that English has: "1,2" and "1.2". Safe from any
/// thread.
inline std::string decimal_number(double value, int digits, Language language) {
    std::string text = fmt::format("{:.{}f}", value, digits);
    if (language == Language::dutch)
        if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
    return text;
}

}  // namespace schakel
