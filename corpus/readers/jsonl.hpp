#pragma once

#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// JSON lines: one JSON object per line, with the keys of FORMATS.md. Streams, so a file may be of any size; a line may be
/// 64 MB. A bad line is one error and the next line is read.
void read_jsonl(const SourceItem& item, const RecordSink& sink);
void read_jsonl_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink);

}  // namespace schakel
