#pragma once

#include <pugixml.hpp>

#include "config/index/stored_record.hpp"
#include "searchd/oai/oai_identifier.hpp"

namespace schakel {

inline constexpr const char* schakel_record_namespace = "urn:schakel:kennisproduct:1";

/// Adds a product as our own record (corpus/FORMATS.md, corpus/schema/kennisproduct.rng): codes, roles and provenance as they are, so
/// that another Schakel has all of it but the full text. Its id, and those of products it refers to, become identifiers that mean the
/// same everywhere. A year that was recognised is left out: the format could not say that it was. Pure.
void add_schakel_record(pugi::xml_node parent, const StoredRecord& record, const OaiNamespace& names);

}  // namespace schakel
