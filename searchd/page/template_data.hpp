#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <kainjow/mustache.hpp>

namespace schakel {

/// What a template is filled with: an object, a list, a text or a truth value.
using TemplateData = kainjow::mustache::data;

/// `text`, or false when it is empty: mustache takes an empty text for present, and its section must be left out.
inline TemplateData text_or_false(const std::string& text) {
    return text.empty() ? TemplateData{false} : TemplateData{text};
}

/// A list that takes its items over. The library's own constructor copies them, with all that is below them, at every level.
inline TemplateData list_of(std::vector<TemplateData> items) {
    TemplateData list{TemplateData::type::list};
    // Only const because the library offers no other way in; the list itself is ours and not const.
    const_cast<kainjow::mustache::list&>(list.list_value()) = std::move(items);
    return list;
}

/// As `list_of`, but false when there are no items, so that what surrounds the list can be a section of the same name.
inline TemplateData list_or_false(std::vector<TemplateData> items) {
    return items.empty() ? TemplateData{false} : list_of(std::move(items));
}

/// The lines of a text, each to be a paragraph.
inline TemplateData lines_of(std::string_view text) {
    std::vector<TemplateData> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(std::string{text.substr(0, end)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return list_of(std::move(lines));
}

}  // namespace schakel
