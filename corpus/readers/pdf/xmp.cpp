#include "corpus/readers/pdf/xmp.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <pugixml.hpp>

#include "corpus/readers/metadata/xml_tree.hpp"
#include "corpus/readers/xml_faults.hpp"

namespace schakel {

namespace {

constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::size_t most_properties = 1'000;

struct Vocabulary {
    std::string_view name;
    std::string_view prefix;
};

constexpr std::array vocabularies{
    Vocabulary{"http://purl.org/dc/elements/1.1/", "dc:"}, Vocabulary{"http://purl.org/dc/terms/", "dcterms:"},
    Vocabulary{"http://prismstandard.org/namespaces/basic/", "prism:"},  // followed by a version
};

std::string_view prefix_of(std::string_view namespace_name) {
    for (const Vocabulary& vocabulary : vocabularies)
        if (namespace_name.starts_with(vocabulary.name)) return vocabulary.prefix;
    return {};
}

void add(std::string_view prefix, std::string_view name, std::string value, std::vector<XmpProperty>& properties) {
    if (prefix.empty() || value.empty() || properties.size() >= most_properties) return;
    properties.push_back({std::string{prefix} + std::string{local_name(name)}, std::move(value)});
}

void read_property(const pugi::xml_node& element, std::vector<XmpProperty>& properties) {
    const std::string_view prefix = prefix_of(xml_namespace(element));
    const pugi::xml_node container = first_child_element(element);
    if (!container || xml_namespace(container) != rdf) return add(prefix, element.name(), text_in(element), properties);
    const bool is_choice = local_name(container.name()) == "Alt";
    for (const pugi::xml_node item : container.children()) {
        if (!is_xml_element(item, rdf, "li")) continue;
        add(prefix, element.name(), text_in(item), properties);
        if (is_choice) return;
    }
}

/// A simple property may be written as an attribute of rdf:Description.
void read_attribute(const pugi::xml_node& description, const pugi::xml_attribute& attribute,
                    std::vector<XmpProperty>& properties) {
    const std::string_view name = attribute.name();
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos || is_namespace_declaration(name)) return;
    const std::string declaration = "xmlns:" + std::string{name.substr(0, colon)};
    for (pugi::xml_node node = description; node; node = node.parent())
        if (const pugi::xml_attribute found = node.attribute(declaration.c_str()))
            return add(prefix_of(found.value()), name, attribute.value(), properties);
}

void read_description(const pugi::xml_node& description, std::vector<XmpProperty>& properties) {
    for (const pugi::xml_attribute attribute : description.attributes())
        read_attribute(description, attribute, properties);
    for (const pugi::xml_node child : description.children())
        if (child.type() == pugi::node_element && !prefix_of(xml_namespace(child)).empty())
            read_property(child, properties);
}

}  // namespace

std::vector<XmpProperty> xmp_properties(std::string_view packet) {
    std::vector<XmpProperty> properties;
    pugi::xml_document document;
    if (find_xml_fault(packet) ||
        !document.load_buffer(packet.data(), packet.size(), pugi::parse_default, pugi::encoding_utf8))
        return properties;
    const pugi::xml_node root = document.document_element();
    for (pugi::xml_node node = root; node;) {
        const bool is_description = is_xml_element(node, rdf, "Description");
        if (is_description) read_description(node, properties);
        node = next_in_document(node, root, !is_description);
    }
    return properties;
}

}  // namespace schakel
