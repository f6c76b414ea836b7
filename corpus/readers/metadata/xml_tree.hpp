#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "config/text.hpp"

namespace schakel {

/// What readers of XML ask of a tree that pugixml does not know: namespaces, all text of an element, lines. Elements come
/// from a document that `read_xml_bytes` accepted, so they are not deeper than a walk up or down may take. Safe from any
/// thread, except for XmlLines.

/// The namespace of an element, wherever it was declared; empty when it has none.
std::string_view xml_namespace(const pugi::xml_node& element);

/// The name of an element or attribute without its prefix.
std::string_view local_name(std::string_view qualified_name);

bool is_xml_element(const pugi::xml_node& node, std::string_view namespace_name, std::string_view name);

/// The first child element with this name, in any namespace; empty when there is none.
pugi::xml_node child_named(const pugi::xml_node& element, std::string_view name);

pugi::xml_node first_child_element(const pugi::xml_node& element);

/// The node that follows in document order, within `root`; empty at its end. Without `goes_down` what is in `node` is passed
/// over.
pugi::xml_node next_in_document(const pugi::xml_node& node, const pugi::xml_node& root, bool goes_down = true);

/// The value of the attribute with this name under any prefix; empty when there is none.
std::string_view attribute_named(const pugi::xml_node& element, std::string_view name);

/// All text in an element, also that of elements in it, on one line.
std::string text_in(const pugi::xml_node& element);

bool is_xml_text(const pugi::xml_node& node);

bool is_namespace_declaration(std::string_view attribute);

/// `<name>` for a message, not too long.
std::string tag(std::string_view name);

/// Bytes from the start of the document to the name of an element.
std::size_t offset_of(const pugi::xml_node& element);

/// The lines of a document for messages about its elements, which come in order. One per thread; `bytes` must outlive it.
class XmlLines {
public:
    explicit XmlLines(std::string_view bytes) : bytes_(bytes) {}

    /// The line, from 1, of an element.
    std::size_t line_of(const pugi::xml_node& element);

    /// "regel 3, <titel>"
    Text place(const pugi::xml_node& element);

private:
    std::string_view bytes_;
    std::size_t offset_ = 0;
    std::size_t line_ = 1;
};

}  // namespace schakel
