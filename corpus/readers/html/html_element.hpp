#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gumbo.h>

namespace schakel {

/// Looking at the nodes of an HtmlPage. Safe from any thread.

/// Whether this is an element of HTML itself, not of a drawing or formula in it.
bool is_html_element(const GumboNode& node);

/// The tag of an HTML element; GUMBO_TAG_UNKNOWN for every other node.
GumboTag html_tag(const GumboNode& node);

/// The value of an attribute of an element; empty when it has none. Names in lower case.
std::string_view html_attribute(const GumboNode& node, const char* name);
bool has_html_attribute(const GumboNode& node, const char* name);

/// The text of a text node; empty for every other node.
std::string_view html_text_of_node(const GumboNode& node);

std::span<GumboNode* const> html_children(const GumboNode& node);

/// Visits `root` and all below it in the order of the page, at any depth. `enter` returns whether to go into the node; for
/// those that it does go into, `leave` is called behind the last child.
template <class Enter, class Leave>
void walk_html(const GumboNode& root, Enter enter, Leave leave) {
    std::vector<std::pair<const GumboNode*, std::size_t>> open;  // with the next child
    if (enter(root)) open.emplace_back(&root, 0);
    while (!open.empty()) {
        const GumboNode& node = *open.back().first;
        const auto children = html_children(node);
        const std::size_t next = open.back().second++;
        if (next == children.size()) {
            open.pop_back();
            leave(node);
        } else if (enter(*children[next])) {
            open.emplace_back(children[next], 0);
        }
    }
}

/// All text within an element on one line, without scripts and styles.
std::string html_line_of(const GumboNode& element);

/// Whether people see nothing of this element: scripts, styles, templates, drawings, and what is in place of those.
bool is_no_html_text(const GumboNode& node);

/// The words of an attribute that is a list, such as class: in lower case.
std::vector<std::string> html_words(std::string_view value);

/// Words in a piece of text: runs without white space that hold a letter or digit.
std::size_t word_count(std::string_view text);

}  // namespace schakel
