#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "config/xml_file.hpp"
#include "corpus/character_set.hpp"

namespace schakel {

/// The text of an XML answer in UTF-8. What is declared is the character set of the HTTP header, or else that of the XML
/// declaration; see `decode_text` for what weighs more. `url` is what errors call it. Errors: malformed. Safe from any thread.
Result<DecodedText> decode_xml(const std::string& url, std::string_view bytes, std::string_view content_type);

/// The XML document in an answer from `url`. Errors: malformed, in words for who harvests it rather than for its maker. Safe
/// from any thread.
Result<XmlFile> parse_served_xml(const std::string& url, std::string_view utf8);

/// The value of a parameter of a media type: `charset` of `text/xml; charset="UTF-8"`. Empty when it is absent.
std::string media_type_parameter(std::string_view content_type, std::string_view name);

/// A document that holds only `element`, within the elements it stands in and their namespace declarations, but without
/// their other attributes and children. Formatting is not kept, so that the same content is the same text.
std::string cut_out(pugi::xml_node element);

}  // namespace schakel
