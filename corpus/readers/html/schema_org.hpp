#pragma once

#include <span>
#include <vector>

#include <nlohmann/json.hpp>

#include "corpus/readers/html/html_metadata.hpp"

namespace schakel {

/// The properties of schema.org that a record has a place for. Safe from any thread.
std::span<const MetadataField> schema_org_fields();

/// Offers what the one item that the page is about says; items about the site, its owner or the way to the page are passed
/// over. `documents` are those of JSON-LD, with the context of schema.org: an item, a list of items or a @graph. References
/// by @id within all documents are followed. Safe from any thread.
void offer_schema_org(const std::vector<nlohmann::json>& documents, HtmlMetadata& metadata);

}  // namespace schakel
