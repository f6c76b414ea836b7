#include "corpus/readers/office/office_xml.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "config/utf8.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr unsigned parse_options = (pugi::parse_default | pugi::parse_ws_pcdata) & ~pugi::parse_wconv_attribute;
constexpr int deepest_nesting = 256;

/// Every element and attribute costs pugixml some 64 bytes, and takes as few as four in a file. 64 MB of real text has
/// 5 million.
constexpr std::ptrdiff_t most_tags_and_attributes = 6'000'000;

struct Namespace {
    std::string_view name;
    std::string_view prefix;
};

constexpr std::array namespaces{
    Namespace{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    Namespace{"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    Namespace{"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    Namespace{"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    Namespace{"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "op"},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/customProperties", "op"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "ep"},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", "ep"},
    Namespace{"http://purl.org/dc/elements/1.1/", "dc"},
    Namespace{"http://purl.org/dc/terms/", "dcterms"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
};

std::string_view prefix_of(std::string_view qualified) {
    const std::size_t colon = qualified.find(':');
    return colon == std::string_view::npos ? std::string_view{} : qualified.substr(0, colon);
}

std::string_view local_name(std::string_view qualified) { return qualified.substr(qualified.find(':') + 1); }

bool is_declaration(std::string_view attribute) { return attribute == "xmlns" || attribute.starts_with("xmlns:"); }

/// The prefix that a namespace gets here, when the file gives it `written`.
std::string prefix_for(std::string_view namespace_name, std::string_view written) {
    const auto known = std::ranges::find(namespaces, namespace_name, &Namespace::name);
    if (known != namespaces.end()) return std::string{known->prefix};
    const bool is_taken = std::ranges::find(namespaces, written, &Namespace::prefix) != namespaces.end();
    return is_taken ? fmt::format("other-{}", written) : std::string{written};
}

/// Which prefixes of a file are called otherwise here. A prefix that stands for several namespaces in one file, which
/// no program writes, keeps the first.
class Prefixes {
public:
    void declare(const pugi::xml_attribute& declaration) {
        constexpr std::size_t most_prefixes = 1000;  // they are looked up one by one
        const std::string_view name = declaration.name();
        const std::string_view written = name == "xmlns" ? std::string_view{} : local_name(name);
        if (seen_.size() >= most_prefixes || std::ranges::find(seen_, written) != seen_.end()) return;
        seen_.emplace_back(written);
        if (std::string prefix = prefix_for(declaration.value(), written); prefix != written)
            renamed_.emplace_back(written, std::move(prefix));
    }

    bool all_usual() const { return renamed_.empty(); }

    template <class Node>
    void rename(Node& node) const {
        const std::string_view name = node.name();
        for (const auto& [written, prefix] : renamed_)
            if (written == prefix_of(name))
                return static_cast<void>(node.set_name(fmt::format("{}:{}", prefix, local_name(name)).c_str()));
    }

private:
    std::vector<std::string> seen_;
    std::vector<std::pair<std::string, std::string>> renamed_;
};

/// Calls `visit` with every node below and with `root`, without recursion. False when nodes are too deep.
template <class Visit>
bool walk(pugi::xml_node root, Visit visit) {
    int depth = 0;
    for (pugi::xml_node node = root;;) {
        if (depth > deepest_nesting) return false;
        visit(node);
        if (const pugi::xml_node child = node.first_child()) {
            node = child;
            ++depth;
            continue;
        }
        while (node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == root) return true;
        node = node.next_sibling();
    }
}

void rename_node(pugi::xml_node node, const Prefixes& prefixes) {
    if (node.type() != pugi::node_element) return;
    prefixes.rename(node);
    for (pugi::xml_attribute attribute : node.attributes()) {
        const bool has_prefix = !prefix_of(attribute.name()).empty();  // without, it belongs to its element
        if (has_prefix && !is_declaration(attribute.name())) prefixes.rename(attribute);
    }
}

tl::unexpected<Error> malformed(std::string_view part, std::string_view nl, std::string_view en) {
    return fail(ErrorCode::malformed,
                {fmt::format("onderdeel {} {}", in_quotes(part), nl), fmt::format("part {} {}", in_quotes(part), en)},
                {"open het bestand in een tekstverwerker en bewaar het opnieuw",
                 "open the file in a word processor and save it again"});
}

bool holds_too_much(std::string_view text) {
    return std::ranges::count_if(text, [](char c) { return c == '<' || c == '='; }) > most_tags_and_attributes;
}

}  // namespace

Result<OfficeXml> OfficeXml::parse(std::string_view name, std::string_view text) {
    if (first_invalid_utf8(text)) {
        Error error = malformed(name, "is geen geldige UTF-8", "is not valid UTF-8").value();
        error.code = ErrorCode::invalid_utf8;
        return tl::unexpected(std::move(error));
    }
    if (holds_too_much(text)) return malformed(name, "heeft te veel elementen", "has too many elements");
    OfficeXml xml;
    const auto parsed = xml.document_->load_buffer(text.data(), text.size(), parse_options, pugi::encoding_utf8);
    if (!parsed || xml.root().empty()) return malformed(name, "is geen geldige XML", "is not valid XML");
    Prefixes prefixes;
    const bool is_shallow = walk(xml.root(), [&](pugi::xml_node node) {
        for (const pugi::xml_attribute attribute : node.attributes())
            if (is_declaration(attribute.name())) prefixes.declare(attribute);
    });
    if (!is_shallow) return malformed(name, "is te diep genest", "is nested too deep");
    if (!prefixes.all_usual()) walk(xml.root(), [&](pugi::xml_node node) { rename_node(node, prefixes); });
    return xml;
}

std::string text_within(const pugi::xml_node& element) {
    std::string text;
    walk(element, [&](pugi::xml_node node) {
        if (is_text(node)) text += node.value();
    });
    return one_line(valid_utf8(text));
}

}  // namespace schakel
