#pragma once

#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// A web page: its text without what stands around it, and the metadata in its head, in JSON-LD and in microdata. In any
/// character set of `decode_text`.
void read_html(const SourceItem& item, const RecordSink& sink);
void read_html_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink);

}  // namespace schakel
