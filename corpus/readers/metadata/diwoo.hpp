#pragma once

#include <span>

#include <pugixml.hpp>

#include "corpus/readers/metadata/metadata_field.hpp"
#include "corpus/readers/metadata/metadata_record.hpp"

namespace schakel {

/// DiWoo metadata (KOOP, version 0.9.x) of documents under the Wet open overheid, on their own or in a sitemap, where the
/// address and its last change stand beside it. Organisations are known by their TOOI identifiers: of a municipality
/// (gm0153) or province (pv23) also the region follows. Safe from any thread.
std::span<const MetadataField> diwoo_fields();
bool is_diwoo(const pugi::xml_node& element);
void read_diwoo(const pugi::xml_node& element, MetadataRecord& record);

}  // namespace schakel
