#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace schakel {

/// At most `characters` characters of `line` (valid UTF-8), cut between words where that does not cost more than half of
/// them, with "…" at the end when something was cut.
std::string excerpt(std::string_view line, std::size_t characters);

/// `bytes` with U+FFFD for every sequence that is not UTF-8, so that it can be shown.
std::string valid_utf8(std::string_view bytes);

/// A value as it stands in a message: valid UTF-8 on one line, not too long, between quotation marks.
std::string in_quotes(std::string_view value);

}  // namespace schakel
