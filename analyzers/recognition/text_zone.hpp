#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/recognition/scanned_word.hpp"

namespace schakel {

/// The part of a product that a text is. What stands in a title is what the product is about; in the body it may be passing.
enum class Zone : std::uint8_t { title, keyword, abstract, opening, body };

/// A piece of text with its words. A view: the text must outlive it.
struct ScannedText {
    Zone zone = Zone::body;
    std::string_view text;
    std::vector<ScannedWord> words;

    std::string_view word(std::size_t i) const { return text.substr(words[i].begin, words[i].end - words[i].begin); }

    /// What stands between word i and the next one.
    std::string_view gap_after(std::size_t i) const {
        return text.substr(words[i].end, words[i + 1].begin - words[i].end);
    }
};

}  // namespace schakel
