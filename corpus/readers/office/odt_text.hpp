#pragma once

#include <pugixml.hpp>

#include "corpus/readers/office/odt_styles.hpp"
#include "corpus/readers/office/office_text.hpp"

namespace schakel {

/// What a reader of an OpenDocument text sees (OpenDocument 1.3 part 3, 5). `content` is the root of content.xml. Left
/// out: deleted and hidden text, comments, placeholders, forms, and the tables of contents, of figures and of words
/// (their lines stand in the text already). Notes and text boxes come behind the paragraph that they hang on. A cell or
/// row that is repeated is read once.
OfficeText odt_text(const pugi::xml_node& content, const OdtStyles& styles);

}  // namespace schakel
