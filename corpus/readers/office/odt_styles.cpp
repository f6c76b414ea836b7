#include "corpus/readers/office/odt_styles.hpp"

#include <algorithm>
#include <vector>

namespace schakel {

namespace {

using StyleNodes = std::unordered_map<std::string, pugi::xml_node>;

std::string key_of(std::string_view family, std::string_view name) {
    return std::string{family} + '/' + std::string{name};
}

void collect(const pugi::xml_node& group, StyleNodes& nodes) {
    for (const pugi::xml_node style : group.children("style:style"))
        nodes.emplace(key_of(style.attribute("style:family").value(), style.attribute("style:name").value()), style);
}

/// The style and those it is based on, itself first. Styles that are based on themselves end it.
std::vector<pugi::xml_node> with_bases(pugi::xml_node style, const StyleNodes& nodes) {
    constexpr std::size_t longest_chain = 32;
    std::vector<pugi::xml_node> chain;
    while (style && chain.size() < longest_chain && std::ranges::find(chain, style) == chain.end()) {
        chain.push_back(style);
        const auto base = nodes.find(
            key_of(style.attribute("style:family").value(), style.attribute("style:parent-style-name").value()));
        style = base == nodes.end() ? pugi::xml_node{} : base->second;
    }
    return chain;
}

/// Puts what one style says over what its bases said.
void apply(const pugi::xml_node& style, OdtStyle& result) {
    for (const char* name : {"style:name", "style:parent-style-name"})
        if (style.attribute(name).value() == std::string_view{"Title"}) result.is_title = true;
    const std::string_view display = style.child("style:text-properties").attribute("text:display").value();
    if (!display.empty()) result.is_hidden = display == "none";
}

/// The language in the text properties of a style; "none" and "zxx" say that there is none.
std::string language_in(const pugi::xml_node& style) {
    const std::string_view written = style.child("style:text-properties").attribute("fo:language").value();
    return written == "none" || written == "zxx" ? std::string{} : std::string{written};
}

std::string default_language(const pugi::xml_node& styles, const StyleNodes& nodes) {
    const auto standard = nodes.find(key_of("paragraph", "Standard"));
    if (standard != nodes.end())
        if (std::string language = language_in(standard->second); !language.empty()) return language;
    for (const pugi::xml_node style : styles.children("style:default-style"))
        if (style.attribute("style:family").value() == std::string_view{"paragraph"}) return language_in(style);
    return {};
}

}  // namespace

OdtStyles::OdtStyles(const pugi::xml_node& content, const pugi::xml_node& styles) {
    StyleNodes nodes;
    collect(content.child("office:automatic-styles"), nodes);
    collect(styles.child("office:styles"), nodes);
    for (const auto& [key, node] : nodes) {
        OdtStyle& result = styles_[key];
        const std::vector<pugi::xml_node> chain = with_bases(node, nodes);
        for (auto style = chain.rbegin(); style != chain.rend(); ++style) apply(*style, result);
    }
    language_ = default_language(styles.child("office:styles"), nodes);
}

OdtStyle OdtStyles::find(std::string_view family, std::string_view name) const {
    const auto found = styles_.find(key_of(family, name));
    return found == styles_.end() ? OdtStyle{} : found->second;
}

}  // namespace schakel
