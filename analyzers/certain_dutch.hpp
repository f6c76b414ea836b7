#pragma once

#include <string_view>

namespace schakel {

/// Whether a text is Dutch beyond doubt: nearly every line's length of it has a word that only Dutch has, such as "het" or
/// "wordt". False says nothing. Costs a fifteenth of what `detect_language` does otherwise. Pure; safe from any thread.
bool is_certainly_dutch(std::string_view text);

}  // namespace schakel
