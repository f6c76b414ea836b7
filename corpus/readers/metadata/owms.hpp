#pragma once

#include <span>

#include <pugixml.hpp>

#include "corpus/readers/metadata/metadata_field.hpp"
#include "corpus/readers/metadata/metadata_record.hpp"

namespace schakel {

/// OWMS 4.0 (Overheid.nl Web Metadata Standaard): owmskern and owmsmantel in a meta element, or a gzd element with what the
/// search service of overheid.nl (SRU) adds to it. Values of the lists of municipalities and provinces are told apart by
/// their scheme. Safe from any thread.
std::span<const MetadataField> owms_fields();
bool is_owms(const pugi::xml_node& element);
void read_owms(const pugi::xml_node& element, MetadataRecord& record);

}  // namespace schakel
