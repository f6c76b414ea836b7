#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "analyzers/installation.hpp"
#include "config/index/stored_record.hpp"

namespace schakel {

/// The record schema that we give: info:srw/schema/1/dc-v1.1.
inline constexpr const char* dublin_core_schema = "info:srw/schema/1/dc-v1.1";

/// A product as Dublin Core 1.1, an element `srw_dc:dc` at the end of `parent` (see `add_dublin_core_elements`). What was
/// recognised in a text and stated by nobody is left out. The first identifier is the address of its page here, which begins
/// with `product_pages`. Pure.
void add_dublin_core(pugi::xml_node parent, const StoredRecord& record, const Installation& installation,
                     std::string_view product_pages);

/// The address of the page of a product.
std::string page_of(const StoredRecord& record, std::string_view product_pages);

}  // namespace schakel
