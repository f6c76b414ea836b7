#pragma once

#include <string_view>

namespace schakel {

/// Whether a folded Dutch word is a number in letters, cardinal or ordinal: "zes", "vijfentwintig", "tweehonderdste". Only of forms
/// that are written in one word. Pure; safe from any thread.
bool is_number_in_letters(std::string_view word);

}  // namespace schakel
