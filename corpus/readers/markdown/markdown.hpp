#pragma once

#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// Markdown (GitHub's dialect) with or without front matter in YAML. Keys as in JSON lines, and the English ones of other
/// systems that `foreign_keys.hpp` lists.
void read_markdown(const SourceItem& item, const RecordSink& sink);
void read_markdown_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink);

}  // namespace schakel
