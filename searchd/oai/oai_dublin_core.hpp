#pragma once

#include <string_view>

#include <pugixml.hpp>

#include "analyzers/installation.hpp"
#include "config/index/stored_record.hpp"

namespace schakel {

/// Adds a product as oai_dc:dc (see `add_dublin_core_elements`), with what was recognised in its text: the sets of the product follow
/// from that too. A product without an address of its own gets `page`, its address here. Pure.
void add_oai_dc(pugi::xml_node parent, const StoredRecord& record, const Installation& installation,
                std::string_view page);

}  // namespace schakel
