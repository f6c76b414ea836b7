#include "corpus/readers/office/odt_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/readers/office/office_names.hpp"
#include "corpus/readers/office/office_xml.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

using Kind = OfficeBlock::Kind;

/// A paragraph while it is read.
struct Paragraph {
    std::string text{};
    OfficeBlocks attached{};  // text boxes and notes, which come behind it
};

/// Elements that hold no text for a reader.
bool is_left_out(std::string_view name) {
    constexpr std::array<std::string_view, 19> left_out{"text:tracked-changes",
                                                        "text:table-of-content",
                                                        "text:illustration-index",
                                                        "text:table-index",
                                                        "text:object-index",
                                                        "text:alphabetical-index",
                                                        "text:user-index",
                                                        "text:index-title-template",
                                                        "text:bibliography-source",
                                                        "text:note-citation",
                                                        "text:ruby-text",
                                                        "text:placeholder",
                                                        "office:annotation",
                                                        "office:forms",
                                                        "office:event-listeners",
                                                        "table:covered-table-cell",
                                                        "draw:object",
                                                        "draw:image",
                                                        "draw:object-ole"};
    return std::ranges::find(left_out, name) != left_out.end();
}

bool is_paragraph(std::string_view name) { return name == "text:p" || name == "text:h"; }

std::string_view value(const pugi::xml_node& node, const char* attribute) { return node.attribute(attribute).value(); }

/// Whether a section, paragraph or piece of text is hidden by itself, whatever the condition was.
bool is_hidden(std::string_view name, const pugi::xml_node& node) {
    if (name == "text:section") return value(node, "text:display") == "none" || value(node, "text:is-hidden") == "true";
    if (name == "text:hidden-text" || name == "text:hidden-paragraph") return value(node, "text:is-hidden") != "false";
    return false;
}

bool stands_for_picture(std::string_view name) { return name == "svg:title" || name == "svg:desc"; }

/// Where the file of a picture once was is not read as the words that stand for it.
bool is_name_of_picture(std::string_view name, const pugi::xml_node& node) {
    return stands_for_picture(name) && is_picture_file(node.text().get());
}

/// Reads one document.
class OdtReading {
public:
    OdtReading(const pugi::xml_node& content, const OdtStyles& styles) : styles_(styles) {
        read_blocks(content.child("office:body").child("office:text"), Kind::paragraph, text_.blocks);
    }

    OfficeText take() && {
        text_.language = styles_.language();
        if (has_embedded_object_)
            text_.notices.emplace_back("tekst in ingesloten objecten (grafieken, formules) is niet gelezen",
                                       "text in embedded objects (charts, formulas) was not read");
        return std::move(text_);
    }

private:
    /// Paragraphs, lists and tables in `parent`, at any depth of elements that only group them. `kind` is that of the
    /// paragraphs here.
    void read_blocks(const pugi::xml_node& parent, Kind kind, OfficeBlocks& blocks) {
        for (const pugi::xml_node node : parent.children()) {
            const std::string_view name = element_name(node);
            if (!name.empty() && !passes_over(name, node)) read_block(name, node, kind, blocks);
        }
    }

    void read_block(std::string_view name, const pugi::xml_node& node, Kind kind, OfficeBlocks& blocks) {
        if (is_paragraph(name)) {
            read_paragraph(node, kind, blocks);
        } else if (name == "table:table") {
            read_table(node, blocks);
        } else {
            const bool is_item = name == "text:list" || name == "text:numbered-paragraph";
            read_blocks(node, is_item ? Kind::line : kind, blocks);
        }
    }

    bool passes_over(std::string_view name, const pugi::xml_node& node) {
        if (name == "draw:object") has_embedded_object_ = true;
        return is_left_out(name) || is_hidden(name, node) || is_name_of_picture(name, node);
    }

    void read_paragraph(const pugi::xml_node& node, Kind kind, OfficeBlocks& blocks) {
        const OdtStyle style = styles_.paragraph(value(node, "text:style-name"));
        const pugi::xml_node hidden = node.child("text:hidden-paragraph");
        if (style.is_hidden || (hidden && is_hidden("text:hidden-paragraph", hidden))) return;
        Paragraph paragraph;
        read_children(node, paragraph);
        const bool is_heading = element_name(node) == "text:h";
        if (style.is_title && text_.title.empty()) text_.title = one_line(paragraph.text);
        if (is_heading && is_highest(node) && text_.heading.empty()) text_.heading = one_line(paragraph.text);
        blocks.push_back({is_heading ? Kind::paragraph : kind, std::move(paragraph.text)});
        append_blocks(std::move(paragraph.attached), blocks);
    }

    static bool is_highest(const pugi::xml_node& heading) {
        return heading.attribute("text:outline-level").as_int(1) == 1;
    }

    void read_table(const pugi::xml_node& table, OfficeBlocks& blocks) {
        OfficeBlocks notes;
        read_rows(table, blocks, notes);
        append_blocks(std::move(notes), blocks);
    }

    /// Rows in a table or in an element that only groups them.
    void read_rows(const pugi::xml_node& group, OfficeBlocks& blocks, OfficeBlocks& notes) {
        for (const pugi::xml_node node : group.children()) {
            const std::string_view name = element_name(node);
            if (name.empty() || passes_over(name, node)) continue;
            if (name == "table:table-row") {
                append_row(cells_of(node), blocks, notes);
            } else {
                read_rows(node, blocks, notes);
            }
        }
    }

    std::vector<OfficeBlocks> cells_of(const pugi::xml_node& row) {
        std::vector<OfficeBlocks> cells;
        for (const pugi::xml_node cell : row.children("table:table-cell"))
            read_blocks(cell, Kind::paragraph, cells.emplace_back());
        return cells;
    }

    void read_children(const pugi::xml_node& parent, Paragraph& paragraph) {
        for (const pugi::xml_node node : parent.children()) {
            if (is_text(node)) {
                append_text(node.value(), paragraph.text);
            } else if (const std::string_view name = element_name(node); !name.empty() && !passes_over(name, node)) {
                read_inline(name, node, paragraph);
            }
        }
    }

    void read_inline(std::string_view name, const pugi::xml_node& node, Paragraph& paragraph) {
        if (name == "text:s" || name == "text:tab") {
            paragraph.text += ' ';  // of any number: white space is joined
        } else if (name == "text:line-break") {
            paragraph.text += '\n';
        } else if (name == "text:note") {
            read_note(node, paragraph);
        } else if (is_paragraph(name) || name == "text:list" || name == "table:table") {
            read_block(name, node, Kind::paragraph, paragraph.attached);  // in a text box or a drawing
        } else if (stands_for_picture(name)) {
            paragraph.text += ' ';
            read_children(node, paragraph);
        } else if (name != "text:span" || !styles_.character(value(node, "text:style-name")).is_hidden) {
            read_children(node, paragraph);
        }
    }

    void read_note(const pugi::xml_node& note, Paragraph& paragraph) {
        OfficeBlocks blocks;
        read_blocks(note.child("text:note-body"), Kind::note, blocks);
        for (OfficeBlock& block : blocks) block.kind = Kind::note;
        append_blocks(std::move(blocks), paragraph.attached);
    }

    const OdtStyles& styles_;
    OfficeText text_;
    bool has_embedded_object_ = false;
};

}  // namespace

OfficeText odt_text(const pugi::xml_node& content, const OdtStyles& styles) {
    return OdtReading{content, styles}.take();
}

}  // namespace schakel
