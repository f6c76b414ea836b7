#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace schakel {

/// At most `characters` characters of `line` (valid UTF-8), cut between words where that does not cost more than half of
/// them, with "…" at the end when something was cut.
std::string excerpt(std::string_view line, std::size_t characters);

/// A value as it stands in a message: on one line, not too long, between quotation marks.
std::string in_quotes(std::string_view value);

}  // namespace schakel
