#include "corpus/readers/metadata/oai_dc.hpp"

#include <cstddef>
#include <string>

#include "config/xml_file.hpp"
#include "corpus/readers/metadata/dublin_core.hpp"
#include "corpus/readers/metadata/metadata_values.hpp"
#include "corpus/readers/metadata/xml_tree.hpp"

namespace schakel {

namespace {

/// In linked data a value may be an address in an attribute.
std::string value_of(const pugi::xml_node& property) {
    std::string text = text_in(property);
    return text.empty() ? std::string{attribute_named(property, "resource")} : text;
}

void read_property(const pugi::xml_node& property, MetadataRecord& record) {
    const MetadataField* field = find_dublin_core_field(local_name(property.name()));
    if (field == nullptr) return record.leave_out(property.name());
    record.offer(*field, {value_of(property), std::string{XmlFile::language_of(property)}}, property.name());
}

/// Beside other records only its identifier tells which a record is. Alone in a file, it need not: it may be an ISSN. True
/// when the identifier became the id and is no address besides.
bool is_spent_as_id(const pugi::xml_node& property, MetadataRecord& record) {
    if (local_name(property.name()) != "identifier") return false;
    const std::string identifier = value_of(property);
    return record.suggest_id(identifier) && !metadata_address(identifier);
}

}  // namespace

bool is_dublin_core_property(const pugi::xml_node& element) {
    const std::string_view name = xml_namespace(element);
    return name == "http://purl.org/dc/elements/1.1/" || name == "http://purl.org/dc/terms/";
}

bool is_oai_dc(const pugi::xml_node& element) {
    std::size_t properties = 0;
    std::size_t others = 0;
    for (const pugi::xml_node child : element.children())
        if (child.type() == pugi::node_element) ++(is_dublin_core_property(child) ? properties : others);
    return properties > 0 && properties >= others;
}

void read_oai_dc(const pugi::xml_node& element, MetadataRecord& record) {
    const bool is_whole_file = element.parent().type() == pugi::node_document;
    for (const pugi::xml_node child : element.children()) {
        if (child.type() != pugi::node_element) continue;
        if (!is_dublin_core_property(child)) {
            record.leave_out(child.name());
            continue;
        }
        if (!is_whole_file && is_spent_as_id(child, record)) continue;
        read_property(child, record);
    }
}

}  // namespace schakel
