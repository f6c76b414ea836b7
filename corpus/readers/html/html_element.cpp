#include "corpus/readers/html/html_element.hpp"

#include "corpus/white_space.hpp"

namespace schakel {

namespace {

bool has_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Letters beyond ASCII count by their first byte; signs beyond it count too, which does no harm here.
bool is_of_word(char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0xC3;
}

}  // namespace

bool is_html_element(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
}

GumboTag html_tag(const GumboNode& node) { return is_html_element(node) ? node.v.element.tag : GUMBO_TAG_UNKNOWN; }

std::string_view html_attribute(const GumboNode& node, const char* name) {
    if (!has_element(node)) return {};
    const GumboAttribute* const attribute = gumbo_get_attribute(&node.v.element.attributes, name);
    return attribute == nullptr ? std::string_view{} : std::string_view{attribute->value};
}

bool has_html_attribute(const GumboNode& node, const char* name) {
    return has_element(node) && gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

std::string_view html_text_of_node(const GumboNode& node) {
    const bool is_text =
        node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
    return is_text ? std::string_view{node.v.text.text} : std::string_view{};
}

std::span<GumboNode* const> html_children(const GumboNode& node) {
    const GumboVector* children = nullptr;
    if (node.type == GUMBO_NODE_DOCUMENT) children = &node.v.document.children;
    if (has_element(node)) children = &node.v.element.children;
    if (children == nullptr || children->length == 0) return {};
    // gumbo's vectors hold void*; those of children hold nodes.
    return {reinterpret_cast<GumboNode* const*>(children->data), children->length};
}

std::string html_line_of(const GumboNode& element) {
    std::string text;
    const auto enter = [&](const GumboNode& node) {
        text += html_text_of_node(node);
        if (html_tag(node) == GUMBO_TAG_BR) text += ' ';
        return !is_no_html_text(node);
    };
    walk_html(element, enter, [](const GumboNode&) {});
    return one_line(text);
}

bool is_no_html_text(const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEMPLATE || node.type == GUMBO_NODE_COMMENT) return true;
    if (node.type == GUMBO_NODE_ELEMENT && node.v.element.tag_namespace == GUMBO_NAMESPACE_SVG) return true;
    switch (html_tag(node)) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_NOFRAMES:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_AUDIO:
        case GUMBO_TAG_VIDEO:
        case GUMBO_TAG_CANVAS:
        case GUMBO_TAG_HEAD: return true;
        default: return false;
    }
}

std::vector<std::string> html_words(std::string_view value) {
    std::vector<std::string> words;
    bool in_word = false;
    for (const char c : value) {
        if (!is_space(c) && !in_word) words.emplace_back();
        in_word = !is_space(c);
        if (in_word) words.back() += lower(c);
    }
    return words;
}

std::size_t word_count(std::string_view text) {
    std::size_t words = 0;
    bool is_counted = false;
    for (const char c : text) {
        if (is_space(c)) is_counted = false;
        if (!is_counted && is_of_word(c)) {
            ++words;
            is_counted = true;
        }
    }
    return words;
}

}  // namespace schakel
