#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schakel {

/// A word of a label or of what somebody types, as the two are compared.
struct LabelWord {
    std::string folded;  // letters and digits only, without case and diacritics: "fotos" of "foto's"
    std::uint32_t begin = 0;
    std::uint32_t end = 0;      // bytes in the text, on UTF-8 boundaries
    bool after_hyphen = false;  // nothing but a hyphen between it and the word before: "werkplaats" in "Wmo-werkplaats"
};

/// The words of a text in reading order. A hyphen separates words and an apostrophe within one is left out, because
/// people type both or neither; anything else that is no letter or digit separates too. Time linear in the text,
/// whatever it holds. Pure; safe from any thread.
std::vector<LabelWord> label_words(std::string_view text);

}  // namespace schakel
