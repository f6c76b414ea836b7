#pragma once

#include <pugixml.hpp>

#include "corpus/readers/metadata/metadata_record.hpp"

namespace schakel {

/// Dublin Core in XML: an element, such as oai_dc:dc, that holds mostly properties in the namespace of DC elements 1.1 or DCMI
/// Metadata Terms. The table is that of `dublin_core_fields`. Safe from any thread.
bool is_oai_dc(const pugi::xml_node& element);
void read_oai_dc(const pugi::xml_node& element, MetadataRecord& record);

/// Whether an element is a property of Dublin Core.
bool is_dublin_core_property(const pugi::xml_node& element);

}  // namespace schakel
