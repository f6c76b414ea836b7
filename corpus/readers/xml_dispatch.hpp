#pragma once

#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// XML of any kind we know, told apart by its elements and their namespaces, under any prefix: our own records (see
/// schakel_xml.hpp) and those of the standards in metadata_standards.hpp, alone or as many together as the file has. The
/// text is UTF-8, or what the document declares. A document type (DOCTYPE) is refused, so no entity of its own is ever expanded.
void read_xml(const SourceItem& item, const RecordSink& sink);
void read_xml_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink);

}  // namespace schakel
