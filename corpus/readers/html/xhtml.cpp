#include "corpus/readers/html/xhtml.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace schakel {

namespace {

/// Elements that never have an end tag in HTML.
constexpr std::array<std::string_view, 16> void_elements{"area",  "base",   "basefont", "br",    "col",  "embed",
                                                         "frame", "hr",     "img",      "input", "link", "meta",
                                                         "param", "source", "track",    "wbr"};

constexpr std::string_view section_start = "<![CDATA[";
constexpr std::string_view section_end = "]]>";

bool is_of_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::string_view name_of(std::string_view tag) {
    const auto* const end = std::find_if_not(tag.begin() + 1, tag.end(), is_of_name);
    return tag.substr(1, static_cast<std::size_t>(end - tag.begin()) - 1);
}

std::size_t length_to(std::string_view text, std::string_view end) {
    const std::size_t found = text.find(end);
    return found == std::string_view::npos ? text.size() : found + end.size();
}

/// Length of the tag at the start of `text`; a '>' within quotation marks does not end it.
std::size_t tag_length(std::string_view text) {
    char quote = '\0';
    for (std::size_t at = 1; at < text.size(); ++at) {
        const char c = text[at];
        if (quote == '\0' && c == '>') return at + 1;
        if (c == quote) {
            quote = '\0';
        } else if (quote == '\0' && (c == '"' || c == '\'')) {
            quote = c;
        }
    }
    return text.size();
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '<') {
            result += "&lt;";
        } else if (c == '&') {
            result += "&amp;";
        } else {
            result += c;
        }
    }
    return result;
}

void write_tag(std::string_view tag, std::string& html) {
    const std::string_view name = name_of(tag);
    const bool is_empty = tag.ends_with("/>") && !name.empty();
    if (!is_empty || std::ranges::find(void_elements, name) != void_elements.end()) {
        html += tag;
        return;
    }
    html += tag.substr(0, tag.size() - 2);
    html += "></";
    html += name;
    html += '>';
}

/// Writes the section, comment or tag at the start of `page`, with the content of a script or style; returns its length.
std::size_t write_markup(std::string_view page, std::string& html) {
    std::size_t length = 0;
    if (page.starts_with(section_start)) {
        length = length_to(page, section_end);
        const std::size_t end = std::max(page.substr(0, length).rfind(section_end), section_start.size());
        html += escaped(page.substr(section_start.size(), std::min(end, length) - section_start.size()));
        return length;
    }
    length = page.starts_with("<!--") ? length_to(page, "-->") : tag_length(page);
    const std::string_view tag = page.substr(0, length);
    write_tag(tag, html);
    for (const std::string_view raw : {std::string_view{"script"}, std::string_view{"style"}}) {
        if (name_of(tag) != raw || tag.ends_with("/>")) continue;
        const std::size_t content = std::min(page.find("</", length), page.size()) - length;
        html += page.substr(length, content);
        length += content;
    }
    return length;
}

}  // namespace

bool is_xhtml(std::string_view page) {
    constexpr std::size_t enough = 1024;
    const std::string_view start = page.substr(0, enough);
    return start.starts_with("<?xml") || start.find("=\"http://www.w3.org/1999/xhtml\"") != std::string_view::npos;
}

std::string xhtml_as_html(std::string_view page) {
    std::string html;
    html.reserve(page.size());
    while (!page.empty()) {
        const std::size_t text = std::min(page.find('<'), page.size());
        html += page.substr(0, text);
        page.remove_prefix(text);
        if (!page.empty()) page.remove_prefix(write_markup(page, html));
    }
    return html;
}

}  // namespace schakel
