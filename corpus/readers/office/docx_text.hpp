#pragma once

#include <pugixml.hpp>

#include "corpus/readers/office/docx_styles.hpp"
#include "corpus/readers/office/office_text.hpp"

namespace schakel {

/// The parts of a Word document that hold its text. The nodes outlive the reading; those of absent parts are empty.
struct DocxParts {
    pugi::xml_node document;   // <w:document>
    pugi::xml_node footnotes;  // <w:footnotes>
    pugi::xml_node endnotes;   // <w:endnotes>
};

/// What a reader of the document sees, and what page and screen readers would say (WordprocessingML, ECMA-376 part 1,
/// 17). Left out: deleted and hidden text, field codes, comments, placeholders of forms, the table of contents (its
/// lines are the headings). Every note is read once, where it is first referred to. A nested field, table or text box
/// of any depth is read.
OfficeText docx_text(const DocxParts& parts, const DocxStyles& styles);

}  // namespace schakel
