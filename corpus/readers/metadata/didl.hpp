#pragma once

#include <span>

#include <pugixml.hpp>

#include "corpus/readers/metadata/metadata_field.hpp"
#include "corpus/readers/metadata/metadata_record.hpp"

namespace schakel {

/// DIDL (MPEG-21 Digital Item Declaration, ISO/IEC 21000-2) as repositories in the Netherlands use it: one item with items for
/// the descriptive metadata (MODS, Dublin Core, or both; MODS goes first), the files and the page for people. Their kind stands
/// in rdf:type or dip:ObjectType. Safe from any thread.
std::span<const MetadataField> didl_fields();
bool is_didl(const pugi::xml_node& element);
void read_didl(const pugi::xml_node& element, MetadataRecord& record);

}  // namespace schakel
