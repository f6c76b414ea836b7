#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// Lets a text file hold input that is not text: `\xFF` becomes that byte and `\u00AD` that character in UTF-8. Any other
/// backslash stands for itself.
std::string without_escapes(std::string_view text);

}  // namespace schakel
