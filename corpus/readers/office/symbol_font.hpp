#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace schakel {

/// The character that a symbol of a font shows: Word writes Symbol and Wingdings as a font name and a number in the
/// private area of Unicode (F020 to F0FF). Only those that carry meaning in a text are known: Greek letters,
/// comparison, arrows, check marks and bullets; another one is a space. Outside the private area the number is the
/// character. UTF-8. Safe from any thread.
std::string symbol_character(std::string_view font, std::uint32_t number);

}  // namespace schakel
