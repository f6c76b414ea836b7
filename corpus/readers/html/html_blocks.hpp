#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <gumbo.h>

#include "corpus/readers/html/html_exclusion.hpp"

namespace schakel {

enum class HtmlBlockKind { paragraph, heading, line, row };  // line: an item of a list

/// A piece of text without a border in it: what a reader of the page sees as one paragraph, item or row.
struct HtmlBlock {
    std::string text;  // UTF-8; line ends where the page has them on purpose
    HtmlBlockKind kind = HtmlBlockKind::paragraph;
    std::size_t words = 0;
    std::size_t linked_words = 0;
    bool is_top_heading = false;  // an h1
};

/// The blocks in `root`, in the order of the page, without what is left out and without those that have no words. Cells of a
/// table are separated by " | "; tables that only serve the layout are no rows.
std::vector<HtmlBlock> html_blocks(const GumboNode& root, const HtmlExclusion& exclusion);

}  // namespace schakel
