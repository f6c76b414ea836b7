#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "analyzers/tokenizer/reference.hpp"

namespace schakel {

/// What a word of a text is.
enum class TextWordKind : std::uint8_t {
    word,
    number,     // digits only
    reference,  // kept whole: a law article, range, date, age, address …
};

/// A word of a text as the tokenizer finds it. A plain value; its views are valid until the tokenizer's next word.
struct TextWord {
    std::size_t begin = 0;  // byte offsets in the text, with the brackets of a word that has some
    std::size_t end = 0;    // 0 = no more words
    TextWordKind kind = TextWordKind::word;
    std::string_view written = {};  // what is to be analysed: the slice itself, or the word put together where the text
        // interrupts it (line end, brackets), or the form in which spellings of a reference meet
    std::string_view shorter =
        {};                   // the word without what stands in brackets: ontwikkelen for (door)ontwikkelen; else empty
    bool open_left = false;   // "-verspreiding": its beginning is left out
    bool open_right = false;  // "jeugd-": its end is left out
    bool hyphen_before = false;  // a later part of a hyphenated word: the word before this one has hyphen_after
    bool hyphen_after = false;   // the hyphenated word goes on with the next word
    std::span<const ReferencePart> parts = {};  // searchable on their own, in order of offset

    explicit operator bool() const { return end > begin; }

    /// Whether it is only what is written: no parts, and not a part of anything.
    bool is_simple() const { return shorter.empty() && parts.empty() && !hyphen_before && !hyphen_after; }

    /// How many positions it takes in the text: one, or more for the parts of a reference.
    std::uint32_t positions() const;
};

/// `written{begin-end}` with what else is known of it: `/num`, `/ref`, `/open-left`, `/open-right`, `/hyphen` (a hyphen joins
/// it to the word before), ` or:shorter` and ` [part{begin-end}@position …]`.
std::string to_text(const TextWord& word, std::string_view text);

}  // namespace schakel
