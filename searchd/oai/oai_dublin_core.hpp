#pragma once

#include <string_view>

#include <pugixml.hpp>

#include "analyzers/installation.hpp"
#include "config/index/stored_record.hpp"

namespace schakel {

/// Adds a product as oai_dc:dc (Dublin Core elements 1.1), the inverse of corpus/METADATA.md: values by their Dutch labels, regions by
/// a name that means no other region. A product without an address of its own gets `page`, its address here. Roles, audiences and
/// relations have no place in it. Pure.
void add_oai_dc(pugi::xml_node parent, const StoredRecord& record, const Installation& installation,
                std::string_view page);

}  // namespace schakel
