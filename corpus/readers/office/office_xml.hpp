#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "config/error.hpp"

namespace schakel {

/// A part of a DOCX or ODT file as a tree in which every known namespace has one prefix, whatever the file calls it, so
/// that an element can be recognised by its whole name: w, m, a, mc, rel, cp, op, ep, dc, dcterms, and office, text,
/// table, draw, style, fo, meta and manifest; another namespace never has one of these. White space between elements is
/// kept: it is text here. Nodes live as long as the OfficeXml.
class OfficeXml {
public:
    /// `name` is what errors call the part. A document type is passed over and its entities stay as they are written.
    /// Errors: invalid_utf8, malformed (not XML, nested more than 256 deep, or more elements and attributes than a
    /// document of 64 MB has).
    static Result<OfficeXml> parse(std::string_view name, std::string_view text);

    pugi::xml_node root() const { return document_->document_element(); }

private:
    OfficeXml() : document_(std::make_unique<pugi::xml_document>()) {}

    std::unique_ptr<pugi::xml_document> document_;
};

/// Name of an element, or empty for what is no element.
inline std::string_view element_name(const pugi::xml_node& node) {
    return node.type() == pugi::node_element ? std::string_view{node.name()} : std::string_view{};
}

/// Whether a node is text of the element it stands in.
inline bool is_text(const pugi::xml_node& node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// All text within an element, also deeper, on one line and valid UTF-8.
std::string text_within(const pugi::xml_node& element);

}  // namespace schakel
