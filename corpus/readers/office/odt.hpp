#pragma once

#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// OpenDocument texts (.odt, ISO/IEC 26300), as LibreOffice writes them. The text is one `tekst`: pages are made when
/// it is printed. Left out are headers and footers, comments, and what odt_text.hpp names. A part besides the text that
/// cannot be read (styles, properties) costs a notice.
void read_odt(const SourceItem& item, const RecordSink& sink);
void read_odt_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink);

}  // namespace schakel
