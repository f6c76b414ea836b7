#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace schakel {

/// What a reader gets from a line of text.
enum class LineKind : std::uint8_t {
    running,  // sentences, or a part of one
    heading,  // it names what follows: "1.2 Wijkteams"
    contents  // it says where something stands: "1.2 Wijkteams ........ 12"
};

/// The kind of the line that holds byte `at` (< size) of `text`. Pure; looks at a few hundred bytes at most.
LineKind kind_of_line(std::string_view text, std::size_t at);

}  // namespace schakel
