#include "corpus/readers/office/office_text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "corpus/excerpt.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

using Kind = OfficeBlock::Kind;

/// Takes the notes out of the cells of a row.
OfficeBlocks take_notes(std::vector<OfficeBlocks>& cells) {
    OfficeBlocks notes;
    for (OfficeBlocks& cell : cells) {
        const auto first_note =
            std::ranges::stable_partition(cell, [](const OfficeBlock& block) { return block.kind != Kind::note; });
        std::ranges::move(first_note, std::back_inserter(notes));
        cell.erase(first_note.begin(), cell.end());
    }
    return notes;
}

bool holds_text(const OfficeBlocks& cell) {
    return std::ranges::any_of(cell, [](const OfficeBlock& block) { return !one_line(block.text).empty(); });
}

/// Whether a row only places texts beside or below each other, as in forms and newsletters.
bool is_layout(const std::vector<OfficeBlocks>& cells) {
    constexpr std::size_t most_blocks_in_cell = 4;
    const bool stands_alone = std::ranges::count_if(cells, holds_text) == 1;
    return std::ranges::any_of(
        cells, [&](const OfficeBlocks& cell) { return cell.size() > (stands_alone ? 1 : most_blocks_in_cell); });
}

/// Whether a character of the private area (U+E000 to U+F8FF) starts here, which is a picture in some font of symbols.
bool is_private(std::string_view text) {
    return text.size() >= 3 && (text[0] == '\xEE' || (text[0] == '\xEF' && static_cast<unsigned char>(text[1]) < 0xA4));
}

std::string cell_text(const OfficeBlocks& cell) {
    std::string text;
    for (const OfficeBlock& block : cell) text += block.text + ' ';
    return one_line(text);
}

std::string row_text(const std::vector<OfficeBlocks>& cells) {
    if (std::ranges::count_if(cells, holds_text) == 1) return cell_text(*std::ranges::find_if(cells, holds_text));
    std::string row;
    std::size_t end_of_words = 0;
    for (const OfficeBlocks& cell : cells) {
        const std::string text = cell_text(cell);
        row += text;
        if (!text.empty()) end_of_words = row.size();
        row += " | ";
    }
    row.resize(end_of_words);
    return row;
}

}  // namespace

void append_text(std::string_view written, std::string& text) {
    constexpr std::string_view soft_hyphen = "\u00AD";
    for (std::size_t at = 0; at < written.size(); ++at) {
        if (written.substr(at, soft_hyphen.size()) == soft_hyphen) {
            ++at;
        } else if (is_private(written.substr(at))) {
            text += ' ';
            at += 2;
        } else {
            text += static_cast<unsigned char>(written[at]) < 0x20 ? ' ' : written[at];
        }
    }
}

void append_row(std::vector<OfficeBlocks> cells, OfficeBlocks& blocks, OfficeBlocks& notes) {
    append_blocks(take_notes(cells), notes);
    if (is_layout(cells)) {
        for (OfficeBlocks& cell : cells) append_blocks(std::move(cell), blocks);
    } else if (std::string row = row_text(cells); !row.empty()) {
        blocks.push_back({Kind::line, std::move(row)});
    }
}

void append_blocks(OfficeBlocks blocks, OfficeBlocks& target) { std::ranges::move(blocks, std::back_inserter(target)); }

std::string joined(const OfficeBlocks& blocks) {
    std::string text;
    Kind previous = Kind::paragraph;
    for (const OfficeBlock& block : blocks) {
        const std::string written = paragraphs(valid_utf8(block.text));
        if (written.empty()) continue;
        if (!text.empty()) text += previous == Kind::line && block.kind == Kind::line ? "\n" : "\n\n";
        text += written;
        previous = block.kind;
    }
    return text;
}

}  // namespace schakel
