#pragma once

#include <string_view>

namespace schakel {

/// What a hyphen at the end of a line means between two pieces of text.
enum class LineEndHyphen {
    printed,  // the printer broke one word: gemeen-⏎te
    spelled,  // the word has a hyphen of its own, or might have: Wmo-⏎werkplaats, zee-⏎egel
    open,     // the first piece stands for a word whose end comes later: jeugd-⏎en gezinsbeleid
};

/// Judges by the spelling of both pieces, of which the second starts on a new line: a hyphen is spelled when the first piece
/// is one letter, has a capital or digit (also an ordinary word at the start of a sentence: both readings are then kept), is a
/// prefix that always has one (niet-, oud-, ex-), or when two vowels would be read as one sound. Pure; safe from any thread.
LineEndHyphen line_end_hyphen(std::string_view first, std::string_view second);

}  // namespace schakel
