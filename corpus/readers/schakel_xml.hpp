#pragma once

#include <string_view>

#include "corpus/reader.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// Record XML: one <kennisproduct>, or several in <kennisproducten>, in the namespace urn:schakel:kennisproduct:1 under any
/// prefix. Formally described in schema/kennisproduct.rng. Strict: what the format does not know is a problem of the record,
/// with its line. A document type (DOCTYPE) is refused, so no entity of its own is ever expanded.
void read_schakel_xml(const SourceItem& item, const RecordSink& sink);
void read_schakel_xml_bytes(std::string_view bytes, std::string_view uri, const RecordSink& sink);

}  // namespace schakel
