#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "config/error.hpp"

namespace schakel {

/// Text that was converted to UTF-8.
struct DecodedText {
    std::string utf8;          // valid; without a byte order mark
    std::string charset;       // the name the conversion went by: "UTF-8", "windows-1252", "UTF-16LE", …
    std::size_t replaced = 0;  // characters that could not be read; U+FFFD stands in their place
};

/// The text in the bytes of a file. The byte order mark decides, then UTF-8 when the bytes are UTF-8 beyond ASCII (whatever
/// was declared: nobody writes such sequences in another character set), then `declared` (a name from HTTP, HTML or XML;
/// empty or unknown = nothing declared), then ICU's detector among the character sets of our readers' languages, with
/// windows-1252 for all that is not clearly something else. ISO-8859-1 and US-ASCII are read as windows-1252, as browsers do
/// (WHATWG Encoding, section 4.2).
/// A few unreadable bytes become U+FFFD and are counted. Errors: malformed when there are zero bytes in it that are not
/// UTF-16, or so many unreadable and control characters that it is no text; all for a curator to read. Empty input is empty
/// text. Safe from any thread.
Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared);

/// The name of the character set as which text that is declared so is read; empty when the name is unknown or means a
/// set that we do not accept. Safe from any thread.
std::string_view declared_character_set(std::string_view declared);

/// What a curator should know about the reading: "gelezen als windows-1252". Absent for flawless UTF-8.
std::optional<Text> character_set_notice(const DecodedText& text);

}  // namespace schakel
