#pragma once

#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// PDF (ISO 32000): one record with a `pagina` for every page that has text, numbered from 1 as the file counts them. The text
/// is in reading order, without running heads and page numbers; see `read_pdf_pages`. Errors besides those of every reader:
/// malformed when the file is damaged, unreadable when it is locked, scanned without recognised text, or made with
/// fonts that do not say which characters they show.
void read_pdf(const SourceItem& item, const RecordSink& sink);
void read_pdf_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink);

}  // namespace schakel
