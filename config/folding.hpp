#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// The form in which words and names are compared: lower case, diacritics removed (ë → e, ø → o), compatibility forms and
/// ĳ written out, typographic apostrophes → ', quotation marks → ", dashes → -, soft hyphens and zero-width characters
/// removed, runs of white space → one space, none at the ends. Folding twice gives the same text. `utf8` should be valid;
/// a bad byte becomes U+FFFD. Safe from any thread; a text of only ASCII takes a fast path.
std::string fold(std::string_view utf8);

/// The code of a name: folded, apostrophes dropped, every other run outside a-z and 0-9 → one '-', none at the ends
/// ("Thema's" → "themas", "’s-Gravenhage" → "s-gravenhage"). Empty when the name has no Latin letter or digit.
std::string slug(std::string_view utf8);

}  // namespace schakel
