#pragma once

#include <string_view>
#include <vector>

namespace schakel {

/// Cuts a text into consecutive stretches of at most `most_bytes`, together the whole text: at the end of a paragraph where
/// one is near, else of a line, a sentence or a word, else between two characters. Views into `text`; pure.
std::vector<std::string_view> cut_into_blocks(std::string_view text, std::size_t most_bytes);

}  // namespace schakel
