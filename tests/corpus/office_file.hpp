#pragma once

#include <string>
#include <string_view>

namespace schakel {

/// A DOCX or ODT file from a text that people can read:
///
///     == word/document.xml
///     <w:p><w:r><w:t>Tekst</w:t></w:r></w:p>
///
/// Every line `== name` begins a part. What is usual around the content of a known part (root element, namespaces,
/// <w:body>) is put around it, unless it begins with <?xml; the relations of a Word document and the mimetype of an
/// OpenDocument are added when they are not given. `content.xml/automatic-styles` is a part of content.xml. A text that
/// begins otherwise is the file itself.
std::string office_file(std::string_view parts);

/// The same with every part encrypted.
std::string encrypted_office_file(std::string_view parts);

}  // namespace schakel
