#pragma once

#include <optional>
#include <string_view>

#include <pugixml.hpp>

#include "corpus/reader.hpp"
#include "corpus/readers/metadata/xml_tree.hpp"
#include "corpus/source.hpp"

namespace schakel {

/// Record XML: one <kennisproduct>, or several in <kennisproducten>, in the namespace urn:schakel:kennisproduct:1 under any
/// prefix. Formally described in schema/kennisproduct.rng. Strict: what the format does not know is a problem of the record,
/// with its line. `root` is the document element of a tree that `read_xml_bytes` accepted.
bool is_schakel_root(const pugi::xml_node& root);
void read_schakel_records(const pugi::xml_node& root, std::string_view uri, XmlLines& lines, const RecordSink& sink);

/// One <kennisproduct> from another installation, which has lists of its own: what ours do not know is no problem of the record. `id`
/// goes before the id that the record brings; it may be empty.
bool is_schakel_record(const pugi::xml_node& element);
ReadRecord read_harvested_record(const pugi::xml_node& element, XmlLines& lines, std::string location,
                                 std::string_view id);

/// Whether our namespace is named anywhere in a document.
bool names_schakel(std::string_view bytes);

/// The error for a root with our names but without our namespace, which people who write a record by hand forget; absent for
/// every other root.
std::optional<Error> namespace_fault(const pugi::xml_node& root, XmlLines& lines);

}  // namespace schakel
