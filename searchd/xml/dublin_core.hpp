#pragma once

#include <string_view>

#include <pugixml.hpp>

#include "analyzers/installation.hpp"
#include "config/index/stored_record.hpp"

namespace schakel {

/// What one protocol wants otherwise than another.
struct DublinCoreManner {
    std::string_view page;  // the address of the product's page here
    bool page_is_identifier =
        true;  // it comes first of the identifiers; else only for a product without an address of its own
    bool recognised = false;  // also what was recognised in a text and stated by nobody
};

/// Adds a product to `element` as Dublin Core elements 1.1 (`dc:title` and so on; `element` says what `dc` is), the inverse of
/// corpus/METADATA.md: values by their Dutch labels, regions by a name that means no other region, each thing once. What is not known
/// is left out; roles beside maker and publisher, audiences and relations have no place in it. Pure.
void add_dublin_core_elements(pugi::xml_node element, const StoredRecord& record, const Installation& installation,
                              const DublinCoreManner& manner);

}  // namespace schakel
