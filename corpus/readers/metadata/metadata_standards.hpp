#pragma once

#include <span>
#include <string_view>

#include <pugixml.hpp>

#include "corpus/readers/metadata/metadata_field.hpp"
#include "corpus/readers/metadata/metadata_record.hpp"

namespace schakel {

/// A standard for metadata in XML that is not ours. To add one: a file with its table, a row here, a table in METADATA.md,
/// golden cases.
struct MetadataStandard {
    std::string_view name;  // heading of its table in METADATA.md
    std::span<const MetadataField> (*fields)();
    bool (*is_record)(const pugi::xml_node& element);
    void (*read)(const pugi::xml_node& element, MetadataRecord& record);
};

/// All standards; a container comes before what it holds. Safe from any thread.
std::span<const MetadataStandard> metadata_standards();

/// The standard of which this element is a record; nullptr when it is none.
const MetadataStandard* metadata_standard_of(const pugi::xml_node& element);

}  // namespace schakel
