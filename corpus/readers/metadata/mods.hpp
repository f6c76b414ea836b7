#pragma once

#include <span>

#include <pugixml.hpp>

#include "corpus/readers/metadata/metadata_field.hpp"
#include "corpus/readers/metadata/metadata_record.hpp"

namespace schakel {

/// MODS 3 (Metadata Object Description Schema, Library of Congress), version 3.0 and later. Names of persons are written
/// "family, given"; roles are MARC relator codes or the English words for them. Safe from any thread.
std::span<const MetadataField> mods_fields();
bool is_mods(const pugi::xml_node& element);
void read_mods(const pugi::xml_node& element, MetadataRecord& record);

}  // namespace schakel
