#include "corpus/readers/html/html_charset.hpp"

#include <algorithm>
#include <cstddef>

namespace schakel {

namespace {

bool is_of_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}

/// The value behind `key` and an equals sign in a tag; empty when it is not there.
std::string_view value_of(std::string_view tag, std::string_view key) {
    const std::size_t found = tag.find(key);
    if (found == std::string_view::npos) return {};
    tag.remove_prefix(found + key.size());
    const std::size_t start = tag.find_first_not_of(" \t\r\n='\"");
    if (start == std::string_view::npos || tag.substr(0, start).find('=') == std::string_view::npos) return {};
    tag.remove_prefix(start);
    return tag.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(tag, is_of_name) - tag.begin()));
}

std::string_view value_in_tags(std::string_view html, std::string_view start, std::string_view key) {
    for (std::size_t at = html.find(start); at != std::string_view::npos; at = html.find(start, at + 1)) {
        const std::string_view tag = html.substr(at, html.find('>', at) - at);
        if (const std::string_view value = value_of(tag, key); !value.empty()) return value;
    }
    return {};
}

}  // namespace

std::string declared_html_charset(std::string_view bytes) {
    constexpr std::size_t enough = 4096;  // bytes; browsers look at 1024, but some systems start with a licence
    std::string start{bytes.substr(0, enough)};
    for (char& c : start)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const std::string_view in_meta = value_in_tags(start, "<meta", "charset");
    return std::string{in_meta.empty() ? value_in_tags(start, "<?xml", "encoding") : in_meta};
}

}  // namespace schakel
