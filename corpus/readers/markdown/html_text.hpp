#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// The words in a piece of HTML inside a Markdown text: tags, comments, scripts and styles are dropped, tags that are not
/// within a line become line ends, character references become characters. Not a parser of whole web pages.
std::string html_text(std::string_view html);

/// The character that a reference such as `&eacute;` or `&#233;` stands for, as UTF-8; `reference` itself when it is unknown.
std::string decoded_reference(std::string_view reference);

}  // namespace schakel
