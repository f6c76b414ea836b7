#include "corpus/readers/metadata/xml_tree.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "corpus/excerpt.hpp"
#include "corpus/file_text.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

std::string_view local_name(std::string_view qualified_name) {
    return qualified_name.substr(qualified_name.find(':') + 1);  // npos + 1 is 0
}

std::string_view xml_namespace(const pugi::xml_node& element) {
    const std::string_view name = element.name();
    const std::size_t colon = name.find(':');
    const std::string declaration =
        colon == std::string_view::npos ? std::string{"xmlns"} : "xmlns:" + std::string{name.substr(0, colon)};
    for (pugi::xml_node node = element; node; node = node.parent())
        if (const pugi::xml_attribute declared = node.attribute(declaration.c_str())) return declared.value();
    return {};
}

bool is_xml_element(const pugi::xml_node& node, std::string_view namespace_name, std::string_view name) {
    return node.type() == pugi::node_element && local_name(node.name()) == name &&
           xml_namespace(node) == namespace_name;
}

pugi::xml_node child_named(const pugi::xml_node& element, std::string_view name) {
    return element.find_child([&](const pugi::xml_node& child) {
        return child.type() == pugi::node_element && local_name(child.name()) == name;
    });
}

pugi::xml_node first_child_element(const pugi::xml_node& element) {
    return element.find_child([](const pugi::xml_node& child) { return child.type() == pugi::node_element; });
}

pugi::xml_node next_in_document(const pugi::xml_node& node, const pugi::xml_node& root, bool goes_down) {
    if (goes_down && node.first_child()) return node.first_child();
    pugi::xml_node last = node;
    while (last && last != root && !last.next_sibling()) last = last.parent();
    return last && last != root ? last.next_sibling() : pugi::xml_node{};
}

std::string_view attribute_named(const pugi::xml_node& element, std::string_view name) {
    for (const pugi::xml_attribute attribute : element.attributes())
        if (local_name(attribute.name()) == name) return attribute.value();
    return {};
}

std::string text_in(const pugi::xml_node& element) {
    std::string text;
    for (pugi::xml_node node = next_in_document(element, element); node; node = next_in_document(node, element)) {
        if (is_xml_text(node)) text += node.value();
        if (node.type() == pugi::node_element) text += ' ';  // <p>een</p><p>twee</p>
    }
    return one_line(text);
}

bool is_xml_text(const pugi::xml_node& node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool is_namespace_declaration(std::string_view attribute) {
    return attribute == "xmlns" || attribute.starts_with("xmlns:");
}

std::string tag(std::string_view name) { return fmt::format("<{}>", excerpt(one_line(name), 60)); }

std::size_t offset_of(const pugi::xml_node& element) {
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug(), 0));
}

std::size_t XmlLines::line_of(const pugi::xml_node& element) {
    const std::size_t offset = offset_of(element);
    if (offset < offset_) {
        offset_ = 0;
        line_ = 1;
    }
    line_ += line_at(bytes_.substr(offset_), offset - offset_) - 1;
    offset_ = offset;
    return line_;
}

Text XmlLines::place(const pugi::xml_node& element) {
    const std::size_t line = line_of(element);
    return {fmt::format("regel {}, {}", line, tag(element.name())),
            fmt::format("line {}, {}", line, tag(element.name()))};
}

}  // namespace schakel
