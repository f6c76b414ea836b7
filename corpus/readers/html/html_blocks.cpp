#include "corpus/readers/html/html_blocks.hpp"

#include <string_view>
#include <utility>

#include "corpus/readers/html/html_element.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr std::string_view cell_separator = " | ";

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

bool is_list_item(GumboTag tag) { return tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DD; }

bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

bool is_sectioning(const GumboNode& node) {
    const GumboTag tag = html_tag(node);
    const std::string_view role = html_attribute(node, "role");
    return tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_SECTION ||
           tag == GUMBO_TAG_BLOCKQUOTE || role == "main" || role == "article" ||
           html_attribute(node, "itemprop") == "articleBody";
}

bool is_inline(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_A:
        case GUMBO_TAG_ABBR:
        case GUMBO_TAG_ACRONYM:
        case GUMBO_TAG_B:
        case GUMBO_TAG_BDI:
        case GUMBO_TAG_BDO:
        case GUMBO_TAG_BIG:
        case GUMBO_TAG_BR:
        case GUMBO_TAG_CITE:
        case GUMBO_TAG_CODE:
        case GUMBO_TAG_DATA:
        case GUMBO_TAG_DEL:
        case GUMBO_TAG_DFN:
        case GUMBO_TAG_EM:
        case GUMBO_TAG_FONT:
        case GUMBO_TAG_I:
        case GUMBO_TAG_IMG:
        case GUMBO_TAG_INS:
        case GUMBO_TAG_KBD:
        case GUMBO_TAG_LABEL:
        case GUMBO_TAG_MARK:
        case GUMBO_TAG_Q:
        case GUMBO_TAG_RUBY:
        case GUMBO_TAG_RT:
        case GUMBO_TAG_RP:
        case GUMBO_TAG_S:
        case GUMBO_TAG_SAMP:
        case GUMBO_TAG_SMALL:
        case GUMBO_TAG_SPAN:
        case GUMBO_TAG_STRIKE:
        case GUMBO_TAG_STRONG:
        case GUMBO_TAG_SUB:
        case GUMBO_TAG_SUP:
        case GUMBO_TAG_TIME:
        case GUMBO_TAG_TT:
        case GUMBO_TAG_U:
        case GUMBO_TAG_VAR:
        case GUMBO_TAG_WBR:
        case GUMBO_TAG_UNKNOWN: return true;  // elements of authors' own, and those of formulas
        default: return false;
    }
}

/// Whether a table holds data: no role that says otherwise, no table or heading in it. Looking ends at the first of those, so
/// that tables in tables cost no more than their length.
bool is_data_table(const GumboNode& table) {
    const std::string_view role = html_attribute(table, "role");
    bool is_data = role != "presentation" && role != "none";
    const auto enter = [&](const GumboNode& node) {
        const GumboTag tag = html_tag(node);
        if (&node != &table && (tag == GUMBO_TAG_TABLE || is_heading(tag) || is_sectioning(node))) is_data = false;
        return is_data;
    };
    walk_html(table, enter, [](const GumboNode&) {});
    return is_data;
}

bool holds_link(const GumboNode& superscript) {
    for (const GumboNode* const child : html_children(superscript))
        if (html_tag(*child) == GUMBO_TAG_A) return true;
    return false;
}

/// Writes the blocks of one element. One per element.
class BlockWriter {
public:
    explicit BlockWriter(const HtmlExclusion& exclusion) : exclusion_(exclusion) {}

    bool enter(const GumboNode& node) {
        append(html_text_of_node(node));
        if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_DOCUMENT) return false;
        const bool is_left_out = exclusion_.leaves_out(node, sections_ > 0);
        if (is_left_out) {
            pass_over(html_tag(node));
        } else {
            open(node, html_tag(node));
        }
        return !is_left_out;
    }

    void leave(const GumboNode& node) {
        const GumboTag tag = html_tag(node);
        if (is_sectioning(node)) --sections_;
        if (is_link(node)) --links_;
        if (is_list_item(tag)) --items_;
        if (tag == GUMBO_TAG_PRE) --verbatim_;
        if (&node == data_table_) data_table_ = nullptr;
        if (!is_inline(tag)) border();
    }

    std::vector<HtmlBlock> take() && {
        flush();
        return std::move(blocks_);
    }

private:
    static bool is_link(const GumboNode& node) {
        return html_tag(node) == GUMBO_TAG_A && has_html_attribute(node, "href");
    }

    bool in_row() const { return data_table_ != nullptr && block_.kind == HtmlBlockKind::row; }

    void open(const GumboNode& node, GumboTag tag) {
        if (!is_inline(tag)) border();
        if (is_sectioning(node)) ++sections_;
        if (is_link(node)) ++links_;
        if (tag == GUMBO_TAG_BR) break_line();
        if (tag == GUMBO_TAG_SUP && holds_link(node)) has_space_ = true;  // a note's number is no part of the word
        if (is_heading(tag)) start_heading(tag);
        if (is_list_item(tag)) start_item();
        if (tag == GUMBO_TAG_PRE) ++verbatim_;
        open_in_table(node, tag);
    }

    /// What is left out still separates what stands before and behind it.
    void pass_over(GumboTag tag) {
        has_space_ = true;
        if (!is_inline(tag) && tag != GUMBO_TAG_BUTTON && tag != GUMBO_TAG_INPUT) border();
    }

    void open_in_table(const GumboNode& node, GumboTag tag) {
        if (tag == GUMBO_TAG_TABLE && data_table_ == nullptr && is_data_table(node)) data_table_ = &node;
        if (data_table_ == nullptr) return;
        if (tag == GUMBO_TAG_TR) start_row();
        if (is_cell(tag) && in_row()) cell_border();
    }

    void start_heading(GumboTag tag) {
        if (in_row()) return;
        block_.kind = HtmlBlockKind::heading;
        block_.is_top_heading = tag == GUMBO_TAG_H1;
    }

    void start_item() {
        ++items_;
        if (!in_row()) block_.kind = HtmlBlockKind::line;
    }

    void start_row() {
        flush();
        block_.kind = HtmlBlockKind::row;
    }

    void cell_border() {
        if (!block_.text.empty()) block_.text += cell_separator;
        has_space_ = false;
    }

    /// The end of a block; within a cell only a space. A row ends where the next starts, or its table ends.
    void border() {
        has_space_ = true;
        if (!in_row()) flush();
    }

    void break_line() {
        if (in_row()) {
            has_space_ = true;
        } else if (!block_.text.empty()) {
            block_.text += '\n';
            has_space_ = false;
        }
    }

    /// Empty cells at the end of a row say nothing.
    void trim_row() {
        while (block_.text.ends_with(cell_separator)) block_.text.resize(block_.text.size() - cell_separator.size());
    }

    void flush() {
        trim_row();
        if (block_.words > 0) blocks_.push_back(std::move(block_));
        block_ = {};
        block_.kind = items_ > 0 ? HtmlBlockKind::line : HtmlBlockKind::paragraph;
        has_space_ = false;
    }

    void append(std::string_view text) {
        if (text.empty()) return;
        const std::size_t words = word_count(text);
        block_.words += words;
        block_.linked_words += links_ > 0 ? words : 0;
        for (const char c : text) append(c);
    }

    void append(char c) {
        const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
        if (is_space && verbatim_ > 0 && !in_row()) {
            block_.text += c;
        } else if (is_space) {
            has_space_ = true;
        } else {
            if (has_space_ && !block_.text.empty() && block_.text.back() != ' ') block_.text += ' ';
            has_space_ = false;
            block_.text += c;
        }
    }

    const HtmlExclusion& exclusion_;
    std::vector<HtmlBlock> blocks_;
    HtmlBlock block_;
    bool has_space_ = false;  // before the next letter
    int sections_ = 0;
    int links_ = 0;
    int items_ = 0;
    int verbatim_ = 0;
    const GumboNode* data_table_ = nullptr;
};

}  // namespace

std::vector<HtmlBlock> html_blocks(const GumboNode& root, const HtmlExclusion& exclusion) {
    BlockWriter writer{exclusion};
    walk_html(
        root, [&](const GumboNode& node) { return writer.enter(node); },
        [&](const GumboNode& node) { writer.leave(node); });
    return std::move(writer).take();
}

}  // namespace schakel
