#pragma once

#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// Word documents (.docx: WordprocessingML, ECMA-376, transitional and strict). The text is one `tekst`: pages are made
/// when it is printed. Left out are headers and footers, comments, and what docx_text.hpp names. A part besides the
/// text that cannot be read (styles, notes, properties) costs a notice.
void read_docx(const SourceItem& item, const RecordSink& sink);
void read_docx_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink);

}  // namespace schakel
