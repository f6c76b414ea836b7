#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace schakel {

/// Byte offset of the first sequence that is not well-formed UTF-8 (Unicode 15, table 3-7: overlong forms, surrogates and
/// values above U+10FFFF are invalid); absent when all of `bytes` is valid. Safe from any thread.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// The code point at `offset` (which must be inside `bytes`), moving `offset` past it; absent for a malformed sequence, of
/// which the longest valid start is passed, at least one byte. Safe from any thread.
std::optional<char32_t> next_code_point(std::string_view bytes, std::size_t& offset);

}  // namespace schakel
