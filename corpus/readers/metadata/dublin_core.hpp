#pragma once

#include <span>
#include <string>
#include <string_view>

#include "corpus/readers/metadata/metadata_field.hpp"

namespace schakel {

/// The properties of Dublin Core (DCMI Metadata Terms, among them the elements 1.1) that a record has a place for. Where
/// several become one record field, the one that says it best comes first: read them in this order. Safe from any thread.
std::span<const MetadataField> dublin_core_fields();

/// The row of a property by its local name, in any case of letters; nullptr when the record has no place for it.
const MetadataField* find_dublin_core_field(std::string_view property);

/// Adds one value and marks the record as having foreign values. False when nothing came of it, so that the caller lists the
/// property as not used: it is not mapped, the value is not of the form it should have, or the record field takes one value
/// and has it. An empty value is no loss, so true. `field_name` is what messages call the property.
bool add_dublin_core(std::string_view property, const std::string& value, const Text& field_name,
                     RecordBuilder& record);

}  // namespace schakel
