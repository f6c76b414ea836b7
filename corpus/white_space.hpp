#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// White space here is every Unicode space and line separator, the byte order mark and the control characters, which have
/// no business in a record and would end up in web pages and feeds.

/// `text` without white space at its ends and with one space for every run of it. For names, titles and values.
std::string one_line(std::string_view text);

/// The same, but a line end stays a line end and an empty line stays the border of a paragraph (one "\n\n"). For full text.
std::string paragraphs(std::string_view text);

/// `text` without a byte order mark in front.
std::string_view without_byte_order_mark(std::string_view text);

}  // namespace schakel
