#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace schakel {

/// Capitals as Dutch has them, and texts cut at a word; `written_text.hpp` has what differs between languages. Pure functions, safe from
/// any thread.

/// With a capital, as at the start of a sentence: "jeugd" → "Jeugd", "één gezin" → "Één gezin", "ijs" → "IJs".
std::string capitalised(std::string_view text);

/// With a small first letter unless it starts an abbreviation: "Provincie" → "provincie", "GGD-regio" stays.
std::string in_running_text(std::string_view name);

/// The start of `text` up to a word's end, with "…" when something was left out. Never cuts inside a UTF-8 sequence.
std::string shortened(std::string_view text, std::size_t maximum_bytes);

}  // namespace schakel
