#include "corpus/readers/office/docx_styles.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "corpus/readers/office/docx_elements.hpp"

namespace schakel {

namespace {

using Role = DocxStyle::Role;
using StyleNodes = std::unordered_map<std::string, pugi::xml_node>;

/// The built-in names are English in every language of Word; people write them in any case.
std::string in_lower_case(std::string_view text) {
    std::string lower{text};
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return lower;
}

/// The number behind `stem` in "heading 2"; 0 when `name` is something else.
int number_after(std::string_view stem, std::string_view name) {
    if (!name.starts_with(stem)) return 0;
    int number = 0;
    name.remove_prefix(stem.size());
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    return error == std::errc{} && end == name.data() + name.size() && number > 0 ? number : 0;
}

void read_role(const pugi::xml_node& style, DocxStyle& result) {
    const std::string name = in_lower_case(docx_value(style, "w:name"));
    if (name == "title" || name == "titel") {
        result.role = Role::title;
    } else if (name == "toc heading" || number_after("toc ", name) > 0) {
        result.role = Role::contents;
    } else if (const int level = number_after("heading ", name); level > 0) {
        result.role = Role::heading;
        result.level = level;
    }
}

/// A style of any name with a level in the outline is a heading. Level 9 is body text.
void read_outline_level(const pugi::xml_node& properties, DocxStyle& result) {
    const std::string_view written = docx_value(properties, "w:outlineLvl");
    const bool is_heading = written.size() == 1 && written[0] >= '0' && written[0] <= '8';
    if (!is_heading || result.role != Role::body) return;
    result.role = Role::heading;
    result.level = written[0] - '0' + 1;
}

/// Puts what one style says over what its bases said.
void apply(const pugi::xml_node& style, DocxStyle& result) {
    read_role(style, result);
    read_outline_level(style.child("w:pPr"), result);
    if (const std::string_view list = docx_value(style.child("w:pPr").child("w:numPr"), "w:numId"); !list.empty())
        result.is_list = list != "0";
    const pugi::xml_node run = style.child("w:rPr");
    if (const auto hidden = docx_switch(run, "w:vanish")) result.hidden = hidden;
    if (const std::string_view language = docx_value(run, "w:lang"); !language.empty()) result.language = language;
}

/// The style and those it is based on, itself first. Styles that are based on themselves end it.
std::vector<pugi::xml_node> with_bases(pugi::xml_node style, const StyleNodes& nodes) {
    constexpr std::size_t longest_chain = 32;
    std::vector<pugi::xml_node> chain;
    while (style && chain.size() < longest_chain && std::ranges::find(chain, style) == chain.end()) {
        chain.push_back(style);
        const auto base = nodes.find(std::string{docx_value(style, "w:basedOn")});
        style = base == nodes.end() ? pugi::xml_node{} : base->second;
    }
    return chain;
}

}  // namespace

DocxStyles::DocxStyles(const pugi::xml_node& root) {
    language_ = docx_value(root.child("w:docDefaults").child("w:rPrDefault").child("w:rPr"), "w:lang");
    StyleNodes nodes;
    for (const pugi::xml_node style : root.children("w:style")) {
        const std::string id = style.attribute("w:styleId").value();
        nodes.emplace(id, style);
        const bool is_paragraph = style.attribute("w:type").value() == std::string_view{"paragraph"};
        if (is_paragraph && style.attribute("w:default").as_bool()) default_paragraph_ = id;
    }
    for (const auto& [id, node] : nodes) {
        DocxStyle& result = styles_[id];
        const std::vector<pugi::xml_node> chain = with_bases(node, nodes);
        for (auto style = chain.rbegin(); style != chain.rend(); ++style) apply(*style, result);
    }
    if (const DocxStyle& usual = paragraph({}); !usual.language.empty()) language_ = usual.language;
}

const DocxStyle& DocxStyles::paragraph(std::string_view id) const {
    const auto found = styles_.find(std::string{id});
    if (!id.empty() && found != styles_.end()) return found->second;
    const auto usual = styles_.find(default_paragraph_);
    return usual == styles_.end() ? nothing_ : usual->second;
}

const DocxStyle& DocxStyles::character(std::string_view id) const {
    const auto found = id.empty() ? styles_.end() : styles_.find(std::string{id});
    return found == styles_.end() ? nothing_ : found->second;
}

}  // namespace schakel
