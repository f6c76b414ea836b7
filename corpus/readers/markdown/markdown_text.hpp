#pragma once

#include <string>
#include <string_view>

#include "config/error.hpp"

namespace schakel {

/// What people read of a Markdown text.
struct MarkdownText {
    std::string text;  // paragraphs and headings separated by an empty line, list items and table rows by a line end
    std::string first_heading;  // on one line; empty when there is none
};

/// Renders Markdown (GitHub's dialect) as plain text: marks, tags and comments are dropped, links keep their text, pictures
/// their alternative text, code its words. `markdown` is valid UTF-8. Every text is Markdown, so the one error, malformed, is
/// for a text that the Markdown library stumbles over.
Result<MarkdownText> markdown_text(std::string_view markdown);

}  // namespace schakel
