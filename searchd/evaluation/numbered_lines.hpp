#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"

namespace schakel {

/// A line with its number, counted from 1, for error texts.
struct NumberedLine {
    std::size_t number = 0;
    std::string_view text;
};

/// The lines of a text that hold something: empty lines and remarks (# in front) are left out, as are line ends of Windows.
/// `name` is what errors call the text; views point into `text`. Errors: invalid_utf8. Safe from any thread.
Result<std::vector<NumberedLine>> numbered_lines(const std::string& name, std::string_view text);

/// The parts of a line between these separators; several separators behind each other count as one when `merge`.
std::vector<std::string_view> split(std::string_view line, std::string_view separators, bool merge);

/// A malformed error that names file and line.
tl::unexpected<Error> malformed_line(const std::string& name, std::size_t line, const Text& message, Text hint = {});

}  // namespace schakel
