#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace schakel {

/// The document as UTF-8, without added white space. Adds the declaration that says so.
std::string xml_text(pugi::xml_document& document);

/// The same without a declaration, for a document within another one.
std::string xml_fragment(const pugi::xml_document& document);

/// The root element of a document, with the namespace of what has no prefix.
pugi::xml_node add_root(pugi::xml_document& document, const char* name, const char* default_namespace);

/// Adds an element with a text, which may hold anything: what XML forbids is left out, and it becomes one line. Returns it.
pugi::xml_node add_element(pugi::xml_node parent, const char* name, std::string_view text);

/// The same, only when there is something to tell.
void add_known_element(pugi::xml_node parent, const char* name, std::string_view text);

/// The same for an attribute.
void add_attribute(pugi::xml_node element, const char* name, std::string_view value);

}  // namespace schakel
