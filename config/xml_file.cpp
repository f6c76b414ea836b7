#include "config/xml_file.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/utf8.hpp"

namespace schakel {
namespace {

std::string_view prefix_of(std::string_view qualified) {
    const auto colon = qualified.find(':');
    return colon == std::string_view::npos ? std::string_view() : qualified.substr(0, colon);
}

std::string_view after_prefix(std::string_view qualified) { return qualified.substr(qualified.find(':') + 1); }

std::vector<std::size_t> offsets_of_line_ends(std::string_view text) {
    std::vector<std::size_t> offsets;
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) offsets.push_back(at);
    return offsets;
}

Text reason(pugi::xml_parse_status status) {
    switch (status) {
        case pugi::status_end_element_mismatch:
            return {"een sluittag past niet bij de tag die open staat", "an end tag does not match the open element"};
        case pugi::status_no_document_element: return {"er staat geen XML-element in", "there is no XML element in it"};
        case pugi::status_bad_attribute: return {"een attribuut klopt niet", "an attribute is malformed"};
        case pugi::status_bad_start_element: return {"een begintag klopt niet", "a start tag is malformed"};
        case pugi::status_bad_end_element: return {"een sluittag klopt niet", "an end tag is malformed"};
        case pugi::status_bad_cdata: return {"een CDATA-deel is niet afgesloten", "a CDATA section is not closed"};
        case pugi::status_bad_comment: return {"een commentaar is niet afgesloten", "a comment is not closed"};
        case pugi::status_bad_doctype: return {"de DOCTYPE klopt niet", "the DOCTYPE is malformed"};
        case pugi::status_bad_pi:
            return {"een verwerkingsinstructie klopt niet", "a processing instruction is malformed"};
        case pugi::status_bad_pcdata:
            return {"er staat tekst buiten het hoofdelement", "text outside the root element"};
        case pugi::status_out_of_memory: return {"er is te weinig geheugen", "out of memory"};
        default: return {"de tekst is geen geldige XML", "the text is not valid XML"};
    }
}

constexpr int deepest_nesting = 256;

/// The first node more than `limit` levels below `root`; an empty node when there is none. Walks without recursion.
pugi::xml_node first_below_depth(pugi::xml_node root, int limit) {
    int depth = 0;
    for (pugi::xml_node node = root;;) {
        if (depth > limit) return node;
        if (const pugi::xml_node child = node.first_child()) {
            node = child;
            ++depth;
            continue;
        }
        while (node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == root) return {};
        node = node.next_sibling();
    }
}

const Text repair_hint{"herstel het bestand; een XML-editor wijst de plek aan",
                       "repair the file; an XML editor shows the spot"};

}  // namespace

XmlFile::XmlFile(std::string name, std::string_view text)
    : name_(std::move(name)),
      line_ends_(offsets_of_line_ends(text)),
      document_(std::make_unique<pugi::xml_document>()) {}

Result<XmlFile> XmlFile::parse(std::string name, std::string_view text) {
    XmlFile file(std::move(name), text);
    if (const auto offset = first_invalid_utf8(text))
        return fail(ErrorCode::invalid_utf8,
                    at_place(fmt::format("{}:{}", file.name_, file.line_at(*offset)),
                             {fmt::format("byte {} is geen geldige UTF-8", *offset),
                              fmt::format("byte {} is not valid UTF-8", *offset)}),
                    {"sla het bestand op als UTF-8", "save the file as UTF-8"});
    const auto parsed = file.document_->load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
        return fail(ErrorCode::malformed,
                    at_place(fmt::format("{}:{}", file.name_, file.line_at(offset)), reason(parsed.status)),
                    repair_hint);
    }
    if (file.root().empty())
        return fail(ErrorCode::malformed, at_place(file.name_ + ":1", reason(pugi::status_no_document_element)),
                    repair_hint);
    if (const pugi::xml_node node = first_below_depth(file.root(), deepest_nesting))
        return fail(
            ErrorCode::malformed,
            at_place(file.place_of(node), {fmt::format("elementen staan meer dan {} diep in elkaar", deepest_nesting),
                                           fmt::format("elements are nested more than {} deep", deepest_nesting)}),
            repair_hint);
    file.read_namespaces();
    return file;
}

void XmlFile::read_namespaces() {
    namespaces_.emplace_back("xml", "http://www.w3.org/XML/1998/namespace");
    for (const pugi::xml_attribute declaration : root().attributes()) {
        const std::string_view attribute_name = declaration.name();
        if (attribute_name == "xmlns")
            namespaces_.emplace_back("", declaration.value());
        else if (prefix_of(attribute_name) == "xmlns")
            namespaces_.emplace_back(after_prefix(attribute_name), declaration.value());
    }
}

std::string_view XmlFile::namespace_of_prefix(std::string_view prefix) const {
    for (const auto& [declared, namespace_name] : namespaces_)
        if (declared == prefix) return namespace_name;
    return {};
}

std::string XmlFile::place_of(pugi::xml_node node) const {
    const std::ptrdiff_t offset = node.offset_debug();
    return fmt::format("{}:{}", name_, line_at(offset < 0 ? 0 : static_cast<std::size_t>(offset)));
}

std::size_t XmlFile::line_at(std::size_t offset) const {
    const auto end = std::lower_bound(line_ends_.begin(), line_ends_.end(), offset);
    return static_cast<std::size_t>(end - line_ends_.begin()) + 1;
}

std::string_view XmlFile::local_name(pugi::xml_node node) { return after_prefix(node.name()); }

std::string_view XmlFile::namespace_of(pugi::xml_node node) const {
    return namespace_of_prefix(prefix_of(node.name()));
}

bool XmlFile::is(pugi::xml_node node, std::string_view namespace_name, std::string_view name) const {
    return local_name(node) == name && namespace_of(node) == namespace_name;
}

std::string_view XmlFile::attribute(pugi::xml_node node, std::string_view namespace_name, std::string_view name) const {
    for (const pugi::xml_attribute candidate : node.attributes()) {
        const std::string_view qualified = candidate.name();
        const std::string_view prefix = prefix_of(qualified);
        // An attribute without a prefix has no namespace, whatever the default namespace is.
        const std::string_view found = prefix.empty() ? std::string_view() : namespace_of_prefix(prefix);
        if (after_prefix(qualified) == name && found == namespace_name) return candidate.value();
    }
    return {};
}

std::string_view XmlFile::language_of(pugi::xml_node node) {
    for (; node; node = node.parent())
        if (const pugi::xml_attribute language = node.attribute("xml:lang")) return language.value();
    return {};
}

std::string XmlFile::text_of(pugi::xml_node node) {
    constexpr std::string_view white_space = " \t\r\n";
    std::string text;
    for (const pugi::xml_node child : node.children()) {
        if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
        for (const char c : std::string_view(child.value())) {
            const bool is_space = white_space.find(c) != std::string_view::npos;
            if (!is_space)
                text += c;
            else if (!text.empty() && text.back() != ' ')
                text += ' ';
        }
    }
    if (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

}  // namespace schakel
