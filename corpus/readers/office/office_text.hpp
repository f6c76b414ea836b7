#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/text.hpp"

namespace schakel {

/// A paragraph of an office document, an item of a list or a row of a table (line), or a footnote or endnote.
struct OfficeBlock {
    enum class Kind { paragraph, line, note };
    Kind kind = Kind::paragraph;
    std::string text;
};

using OfficeBlocks = std::vector<OfficeBlock>;

/// What an office document says, whatever its format.
struct OfficeText {
    OfficeBlocks blocks;        // in reading order; notes and text boxes behind the paragraph that they hang on
    std::string title;          // the first paragraph in the style for titles; empty = none
    std::string heading;        // the first heading of the highest level; empty = none
    std::string language;       // as the styles or most of the text say; empty = not known
    std::vector<Text> notices;  // what was seen and not read
};

/// Adds text of an XML element: white space in it is a space, and so are the characters of symbol
/// fonts that no other font has; soft hyphens are left out.
void append_text(std::string_view written, std::string& text);

/// Adds a row of a table: a line with " | " between the cells, and behind it (in `notes`, to be added behind the table)
/// the notes in it. A row with one cell that holds anything, or with whole texts in its cells, is layout: its blocks
/// are added one by one.
void append_row(std::vector<OfficeBlocks> cells, OfficeBlocks& blocks, OfficeBlocks& notes);

/// Moves all blocks to the end of `target`.
void append_blocks(OfficeBlocks blocks, OfficeBlocks& target);

/// The text as a record takes it: an empty line between blocks, but not between lines. Valid UTF-8.
std::string joined(const OfficeBlocks& blocks);

}  // namespace schakel
