#pragma once

#include <optional>
#include <string_view>

#include "config/error.hpp"

namespace schakel {

/// Whether a file with this path in an archive is passed over without a word: hidden, a description of a folder (README,
/// LICENSE), or what macOS adds.
bool is_passed_over(std::string_view name);

/// Why a path in an archive cannot be part of a uri: it is not UTF-8, points outside the archive, holds control characters or
/// is too long; absent when it can. Errors: invalid_utf8, malformed.
std::optional<Error> entry_name_fault(std::string_view name);

}  // namespace schakel
