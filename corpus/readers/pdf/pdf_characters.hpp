#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace schakel {

/// How many characters of a text can be read. White space is not counted.
struct CharacterCount {
    std::size_t all = 0;
    std::size_t unreadable = 0;  // U+FFFD, private use and control characters: the font does not say what it shows

    void add(const CharacterCount& other) {
        all += other.all;
        unreadable += other.unreadable;
    }
};

/// A word as a PDF gives it (UTF-16, perhaps malformed) as a reader would write it, in UTF-8: ligatures as letters (ﬁ → fi),
/// symbols of Symbol and Wingdings as the characters they show (`font` is the name of the font), no other characters that mean
/// nothing. A soft hyphen is dropped, except at the end, where it stands for a word that goes on. Adds to `count`.
std::string readable_word(std::u16string_view word, std::string_view font, CharacterCount& count);

}  // namespace schakel
