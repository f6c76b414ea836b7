#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzers/tokenizer/elision.hpp"

namespace schakel {

/// `beginning` completed with the end of `full`: jeugd, gezinsbeleid → jeugdbeleid. Both as they stand in the text. Nothing
/// when `full` cannot be cut. Pure but for what `knowledge` does.
std::optional<std::string> complete_beginning(std::string_view beginning, std::string_view full,
                                              const ElisionKnowledge& knowledge);

/// `ending` completed with the beginning of `full`: kennisontwikkeling, verspreiding → kennisverspreiding.
std::optional<std::string> complete_ending(std::string_view full, std::string_view ending,
                                           const ElisionKnowledge& knowledge);

/// Both written as one word, folded: zorg, domein → zorgdomein; gemeen, te → gemeente. Nothing when that is too long for a word.
std::optional<std::string> joined(std::string_view beginning, std::string_view ending);

}  // namespace schakel
