#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace schakel {

/// What single elements of WordprocessingML say (ECMA-376 part 1, 17), as far as it needs nothing around them. Safe
/// from any thread.

/// The value of the attribute w:val of a child; empty when there is none.
std::string_view docx_value(const pugi::xml_node& parent, const char* child);

/// Whether a switch such as <w:vanish/> is on; absent when the properties do not have it.
std::optional<bool> docx_switch(const pugi::xml_node& properties, const char* name);

/// Elements that hold no text for a reader: properties, deleted text, codes of fields, the reading aid above a word.
bool is_left_out_of_docx(std::string_view name);

/// Whether properties, of the end of a paragraph or of a row, say that it was deleted or moved away.
bool is_deleted(const pugi::xml_node& properties);

/// Whether the next paragraph continues one with these properties: its end was deleted, or it is a large first letter.
bool goes_on(const pugi::xml_node& paragraph_properties);

/// Whether a content control shows what to fill in, and not yet what somebody did.
bool is_placeholder(const pugi::xml_node& content_control);

/// The one of several drawings of the same thing that is read: the first, which newer programs show.
pugi::xml_node chosen_alternative(const pugi::xml_node& alternatives);

/// Whether <a:graphicData> is a chart or a diagram, the text of which is in a part of its own.
bool is_drawn_text(const pugi::xml_node& graphic);

/// The character that an element stands for: tabs, line ends and symbols. Empty for other elements.
std::string docx_character(const pugi::xml_node& element);

}  // namespace schakel
