#pragma once

#include <string_view>

#include <pugixml.hpp>

#include "corpus/reader.hpp"
#include "corpus/readers/metadata/xml_tree.hpp"

namespace schakel {

/// The document that records are read from. Refers to all of it.
struct XmlSource {
    std::string_view bytes;
    std::string_view uri;
    XmlLines& lines;
    const RecordSink& sink;
};

/// Reads every record of a metadata standard in a document, in order: the root itself, or what stands in the lists and
/// envelopes below it. An answer of an OAI-PMH 2.0 server gives each record the identifier in its header; deleted ones are
/// passed over with a notice in the first record that is there. A record that brings no id gets the hash of the file's uri, in a list
/// together with its mark in the file or all its bytes. Errors:
/// unsupported_format for a root, or a record of OAI-PMH, with nothing in it that we can read.
void read_metadata_records(const pugi::xml_node& root, const XmlSource& source);

}  // namespace schakel
