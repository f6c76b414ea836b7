#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "config/error.hpp"

namespace schakel {

/// A well-formed XML document with what pugixml leaves out: checked UTF-8, namespaces, line numbers and errors in two
/// languages. Nodes live as long as the XmlFile. Reading from several threads is safe as long as nobody changes the tree.
class XmlFile {
public:
    /// Parses `text`; `name` is what errors call it (a path, or the address of a record). Nothing outside the text is
    /// loaded and entities are not expanded. Errors: invalid_utf8, malformed (also when elements are nested more than 256
    /// deep, which no format asks for and recursive code cannot bear), each with name:line.
    static Result<XmlFile> parse(std::string name, std::string_view text);

    const std::string& name() const { return name_; }
    pugi::xml_node root() const { return document_->document_element(); }

    /// `name:line` of a node, for error texts.
    std::string place_of(pugi::xml_node node) const;

    /// Whether an element is {namespace}local_name, by the xmlns declarations on the root element.
    bool is(pugi::xml_node node, std::string_view namespace_name, std::string_view local_name) const;

    /// The namespace of an element; empty when it has none or its prefix is not declared on the root element.
    std::string_view namespace_of(pugi::xml_node node) const;

    /// The value of the attribute {namespace}local_name; empty when it is absent.
    std::string_view attribute(pugi::xml_node node, std::string_view namespace_name, std::string_view local_name) const;

    /// xml:lang of the node or the nearest element around it; empty when none is given.
    static std::string_view language_of(pugi::xml_node node);

    /// All text directly in an element (text and CDATA, comments skipped), white space joined, trimmed.
    static std::string text_of(pugi::xml_node node);

    static std::string_view local_name(pugi::xml_node node);

private:
    XmlFile(std::string name, std::string_view text);

    void read_namespaces();
    std::string_view namespace_of_prefix(std::string_view prefix) const;
    std::size_t line_at(std::size_t offset) const;

    std::string name_;
    std::vector<std::size_t> line_ends_;  // offsets of '\n'
    std::unique_ptr<pugi::xml_document> document_;
    std::vector<std::pair<std::string, std::string>> namespaces_;  // prefix ("" = default) → namespace name
};

}  // namespace schakel
