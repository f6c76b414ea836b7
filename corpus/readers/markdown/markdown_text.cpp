#include "corpus/readers/markdown/markdown_text.hpp"

#include <functional>
#include <utility>

#include <md4c.h>

#include "corpus/readers/markdown/html_text.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

/// Tables, ~~text~~ and task lists. Without bare addresses as links: those are text to us either way, and finding them is
/// where md4c 0.4.8 computes negative lengths (its issue 196).
constexpr unsigned dialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;

/// Receives the events of md4c and writes text. One per text.
class MarkdownWriter {
public:
    /// `markdown` is the text that is parsed.
    explicit MarkdownWriter(std::string_view markdown) : markdown_(markdown) {}

    /// False once something was handed over that cannot be right. md4c is told to stop then, but does not always say that
    /// it did.
    bool is_sound() const { return is_sound_; }

    void enter_block(MD_BLOCKTYPE type) {
        switch (type) {
            case MD_BLOCK_LI:
            case MD_BLOCK_TR: border("\n"); break;
            case MD_BLOCK_TD:
            case MD_BLOCK_TH: cell_border(); break;
            case MD_BLOCK_H: heading_start_ = start_block(); break;
            case MD_BLOCK_HTML:
                html_.clear();
                in_html_ = true;
                break;
            case MD_BLOCK_UL:
            case MD_BLOCK_OL: outer_list_border(list_depth_++); break;
            case MD_BLOCK_THEAD:
            case MD_BLOCK_TBODY: break;
            default: border("\n\n"); break;
        }
        after_item_start_ = type == MD_BLOCK_LI;
        at_row_start_ = type == MD_BLOCK_TR;
        is_sound_ = is_sound_ && is_in_proportion();
    }

    void leave_block(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_HTML) write_html();
        if (type == MD_BLOCK_H && result_.first_heading.empty())
            result_.first_heading = one_line(std::string_view{result_.text}.substr(heading_start_));
        switch (type) {
            case MD_BLOCK_LI:
            case MD_BLOCK_TR:
            case MD_BLOCK_TD:
            case MD_BLOCK_TH:
            case MD_BLOCK_THEAD:
            case MD_BLOCK_TBODY: break;
            case MD_BLOCK_UL:
            case MD_BLOCK_OL: outer_list_border(--list_depth_); break;
            default: border("\n\n"); break;
        }
    }

    void text(MD_TEXTTYPE type, std::string_view text) {
        is_sound_ = is_sound_ && is_in_place(text);
        if (!is_sound_) return;
        switch (type) {
            case MD_TEXT_NULLCHAR: break;
            case MD_TEXT_BR: result_.text += '\n'; break;
            case MD_TEXT_SOFTBR: result_.text += ' '; break;
            case MD_TEXT_HTML: write_tag(text); break;
            case MD_TEXT_ENTITY: result_.text += decoded_reference(text); break;
            default: result_.text += text; break;
        }
        after_item_start_ = false;
    }

    MarkdownText take() && {
        result_.text = paragraphs(result_.text);
        return std::move(result_);
    }

private:
    /// Whether a piece can be one of this text, or one that md4c adds itself: a line end, or the indent of a line of code.
    bool is_in_place(std::string_view piece) const {
        constexpr std::size_t longest_addition = 16;
        const bool is_within = !std::less<>{}(piece.data(), markdown_.data()) &&
                               !std::less<>{}(markdown_.data() + markdown_.size(), piece.data() + piece.size());
        return piece.size() <= longest_addition || (piece.size() <= markdown_.size() && is_within);
    }

    /// Whether the text stays in proportion to its source: md4c fills up every row of a table to the width of its head, so a
    /// small file could stand for billions of empty cells.
    bool is_in_proportion() const { return result_.text.size() <= 8 * markdown_.size() + std::size_t{64} * 1024; }

    void border(std::string_view line_ends) {
        if (after_item_start_) return;  // the paragraph of a list item stays on its line
        result_.text += line_ends;
    }

    /// Items of a list within an item just follow it.
    void outer_list_border(int lists_around) {
        if (lists_around == 0) border("\n\n");
    }

    std::size_t start_block() {
        border("\n\n");
        return result_.text.size();
    }

    void cell_border() {
        if (!at_row_start_) result_.text += " | ";
    }

    void write_tag(std::string_view tag) {
        if (in_html_) {
            html_ += tag;
        } else if (tag.starts_with("<br")) {
            result_.text += '\n';
        }
    }

    void write_html() {
        in_html_ = false;
        result_.text += html_text(html_);
    }

    std::string_view markdown_;
    MarkdownText result_;
    std::string html_;
    bool is_sound_ = true;
    bool in_html_ = false;
    int list_depth_ = 0;
    bool after_item_start_ = false;
    bool at_row_start_ = false;
    std::size_t heading_start_ = 0;
};

MarkdownWriter& writer(void* user) { return *static_cast<MarkdownWriter*>(user); }

MD_PARSER parser_for_writer() {
    MD_PARSER parser{};
    parser.flags = dialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* user) {
        writer(user).enter_block(type);
        return writer(user).is_sound() ? 0 : 1;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
        writer(user).leave_block(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
        writer(user).text(type, {text, size});
        return writer(user).is_sound() ? 0 : 1;
    };
    return parser;
}

}  // namespace

Result<MarkdownText> markdown_text(std::string_view markdown) {
    // md4c 0.4.8 looks at the byte behind its text, so that has to exist and to end a line.
    const std::string text = std::string{markdown} + '\n';
    const MD_PARSER parser = parser_for_writer();
    MarkdownWriter result{text};
    const int status = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &result);
    if (status != 0 || !result.is_sound())
        return fail(
            ErrorCode::malformed, {"de Markdown kan niet worden gelezen", "the Markdown cannot be read"},
            {"vereenvoudig de opmaak, of sla het bestand op als .txt", "simplify the marks, or save the file as .txt"});
    return std::move(result).take();
}

}  // namespace schakel
