#include "corpus/readers/office/docx_text.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/readers/office/docx_elements.hpp"
#include "corpus/readers/office/office_xml.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

using Kind = OfficeBlock::Kind;
using Role = DocxStyle::Role;

/// A paragraph while it is read.
struct Paragraph {
    const DocxStyle& style;
    std::string text;
    OfficeBlocks attached{};     // text boxes and notes, which come behind it
    std::vector<bool> fields{};  // those that are open: whether their code, not yet their result, is being read
    std::size_t codes = 0;       // how many of them are in their code
};

/// The notes of one kind, each of which is given out once.
class Notes {
public:
    Notes(const pugi::xml_node& root, const char* element) {
        for (const pugi::xml_node note : root.children(element)) nodes_.emplace(note.attribute("w:id").value(), note);
    }

    pugi::xml_node take(const pugi::xml_node& reference) {
        const auto found = nodes_.find(reference.attribute("w:id").value());
        if (found == nodes_.end()) return {};
        return std::exchange(found->second, {});
    }

private:
    std::unordered_map<std::string, pugi::xml_node> nodes_;
};

/// Reads one document.
class DocxReading {
public:
    DocxReading(const DocxParts& parts, const DocxStyles& styles)
        : styles_(styles), footnotes_(parts.footnotes, "w:footnote"), endnotes_(parts.endnotes, "w:endnote") {
        read_blocks(parts.document.child("w:body"), text_.blocks);
    }

    OfficeText take() && {
        text_.language = most_used_language();
        if (has_drawn_text_)
            text_.notices.emplace_back("tekst in grafieken en schema's (SmartArt) is niet gelezen",
                                       "text in charts and diagrams (SmartArt) was not read");
        if (has_embedded_document_)
            text_.notices.emplace_back("een ingesloten document (altChunk) is niet gelezen",
                                       "an embedded document (altChunk) was not read");
        return std::move(text_);
    }

private:
    /// Paragraphs and tables in `parent`, at any depth of elements that only group them.
    void read_blocks(const pugi::xml_node& parent, OfficeBlocks& blocks) {
        std::string carried;  // of a paragraph that the next one continues
        for (const pugi::xml_node node : parent.children()) {
            const std::string_view name = element_name(node);
            if (name == "w:p") {
                read_paragraph(node, carried, blocks);
            } else if (name == "w:tbl") {
                read_table(node, blocks);
            } else if (name == "w:altChunk") {
                has_embedded_document_ = true;
            } else if (name == "mc:AlternateContent") {
                read_blocks(chosen_alternative(node), blocks);
            } else if (!name.empty() && !is_left_out_of_docx(name) && !(name == "w:sdt" && is_placeholder(node))) {
                read_blocks(node, blocks);
            }
        }
        if (!carried.empty()) blocks.push_back({Kind::paragraph, std::move(carried)});
    }

    void read_paragraph(const pugi::xml_node& node, std::string& carried, OfficeBlocks& blocks) {
        const pugi::xml_node properties = node.child("w:pPr");
        Paragraph paragraph{styles_.paragraph(docx_value(properties, "w:pStyle")), std::exchange(carried, {})};
        read_children(node, paragraph);
        if (paragraph.style.role == Role::contents) paragraph.text.clear();
        if (goes_on(properties)) {
            carried = std::move(paragraph.text);
        } else {
            keep_heading(paragraph);
            blocks.push_back({kind_of(paragraph, properties), std::move(paragraph.text)});
        }
        append_blocks(std::move(paragraph.attached), blocks);
    }

    static Kind kind_of(const Paragraph& paragraph, const pugi::xml_node& properties) {
        if (paragraph.style.role != Role::body) return Kind::paragraph;
        const std::string_view list = docx_value(properties.child("w:numPr"), "w:numId");
        const bool is_item = list.empty() ? paragraph.style.is_list : list != "0";
        return is_item ? Kind::line : Kind::paragraph;
    }

    void keep_heading(const Paragraph& paragraph) {
        const bool is_title = paragraph.style.role == Role::title;
        const bool is_highest_heading = paragraph.style.role == Role::heading && paragraph.style.level == 1;
        std::string& kept = is_title ? text_.title : text_.heading;
        if ((is_title || is_highest_heading) && kept.empty()) kept = one_line(paragraph.text);
    }

    void read_table(const pugi::xml_node& table, OfficeBlocks& blocks) {
        OfficeBlocks notes;
        for (const pugi::xml_node row : table.children()) read_row(row, blocks, notes);
        append_blocks(std::move(notes), blocks);
    }

    /// A row, or the rows in an element that only groups them.
    void read_row(const pugi::xml_node& row, OfficeBlocks& blocks, OfficeBlocks& notes) {
        const std::string_view name = element_name(row);
        if (name.empty() || is_left_out_of_docx(name)) return;
        if (name != "w:tr") {
            for (const pugi::xml_node child : row.children()) read_row(child, blocks, notes);
            return;
        }
        if (is_deleted(row.child("w:trPr"))) return;
        std::vector<OfficeBlocks> cells;
        for (const pugi::xml_node cell : row.children()) read_cell(cell, cells);
        append_row(std::move(cells), blocks, notes);
    }

    void read_cell(const pugi::xml_node& cell, std::vector<OfficeBlocks>& cells) {
        const std::string_view name = element_name(cell);
        if (name.empty() || is_left_out_of_docx(name)) return;
        if (name != "w:tc") {
            for (const pugi::xml_node child : cell.children()) read_cell(child, cells);
            return;
        }
        if (cell.child("w:tcPr").child("w:cellDel")) return;
        read_blocks(cell, cells.emplace_back());
    }

    void read_children(const pugi::xml_node& parent, Paragraph& paragraph) {
        for (const pugi::xml_node node : parent.children()) read_inline(node, paragraph);
    }

    void read_inline(const pugi::xml_node& node, Paragraph& paragraph) {
        const std::string_view name = element_name(node);
        if (name.empty() || is_left_out_of_docx(name)) return;
        if (name == "w:r") return read_run(node, paragraph);
        if (name == "w:t" || name == "m:t") return read_text(node, paragraph);
        if (name == "w:fldChar") return read_field_border(node, paragraph);
        if (read_structure(name, node, paragraph)) return;
        if (const std::string character = docx_character(node); character.empty()) {
            read_children(node, paragraph);
        } else if (paragraph.codes == 0) {
            paragraph.text += character;
        }
    }

    /// What holds paragraphs of its own or a choice. False when `node` is something else.
    bool read_structure(std::string_view name, const pugi::xml_node& node, Paragraph& paragraph) {
        if (name == "w:txbxContent") {
            read_blocks(node, paragraph.attached);
        } else if (name == "w:footnoteReference") {
            read_note(footnotes_.take(node), paragraph);
        } else if (name == "w:endnoteReference") {
            read_note(endnotes_.take(node), paragraph);
        } else if (name == "mc:AlternateContent") {
            read_children(chosen_alternative(node), paragraph);
        } else if (name == "w:sdt") {
            if (!is_placeholder(node)) read_children(node, paragraph);
        } else if (name == "a:graphicData") {
            has_drawn_text_ = has_drawn_text_ || is_drawn_text(node);
            read_children(node, paragraph);
        } else {
            return false;
        }
        return true;
    }

    void read_run(const pugi::xml_node& run, Paragraph& paragraph) {
        const pugi::xml_node properties = run.child("w:rPr");
        const DocxStyle& style = styles_.character(docx_value(properties, "w:rStyle"));
        const std::optional<bool> own = docx_switch(properties, "w:vanish");
        if (own.value_or(style.hidden.value_or(paragraph.style.hidden.value_or(false))))
            return read_hidden(run, paragraph);
        const std::size_t start = paragraph.text.size();
        read_children(run, paragraph);
        if (paragraph.text.size() > start)
            language_bytes_[language_of(properties, style, paragraph)] += paragraph.text.size() - start;
    }

    /// Of hidden text only where fields begin and end counts.
    static void read_hidden(const pugi::xml_node& run, Paragraph& paragraph) {
        for (const pugi::xml_node border : run.children("w:fldChar")) read_field_border(border, paragraph);
    }

    std::string_view language_of(const pugi::xml_node& properties, const DocxStyle& style,
                                 const Paragraph& paragraph) const {
        if (const std::string_view own = docx_value(properties, "w:lang"); !own.empty()) return own;
        if (!style.language.empty()) return style.language;
        return paragraph.style.language.empty() ? styles_.language() : paragraph.style.language;
    }

    static void read_text(const pugi::xml_node& element, Paragraph& paragraph) {
        if (paragraph.codes > 0) return;
        for (const pugi::xml_node node : element.children())
            if (is_text(node)) append_text(node.value(), paragraph.text);
    }

    /// A field is its code, then its result, between three borders. One that is not closed in its paragraph has its
    /// result in the next ones.
    static void read_field_border(const pugi::xml_node& border, Paragraph& paragraph) {
        const std::string_view type = border.attribute("w:fldCharType").value();
        if (type == "begin") {
            paragraph.fields.push_back(true);
            ++paragraph.codes;
        } else if ((type == "separate" || type == "end") && !paragraph.fields.empty()) {
            if (paragraph.fields.back()) --paragraph.codes;
            paragraph.fields.back() = false;
            if (type == "end") paragraph.fields.pop_back();
        }
    }

    /// A note in a note is passed over: Word makes none, and a chain of them could be of any length.
    void read_note(const pugi::xml_node& note, Paragraph& paragraph) {
        if (is_in_note_) return;
        is_in_note_ = true;
        OfficeBlocks blocks;
        read_blocks(note, blocks);
        is_in_note_ = false;
        for (OfficeBlock& block : blocks) block.kind = Kind::note;
        append_blocks(std::move(blocks), paragraph.attached);
    }

    std::string most_used_language() const {
        const auto most = std::ranges::max_element(language_bytes_, {}, [](const auto& entry) { return entry.second; });
        return most == language_bytes_.end() ? styles_.language() : std::string{most->first};
    }

    const DocxStyles& styles_;
    Notes footnotes_;
    Notes endnotes_;
    OfficeText text_;
    std::unordered_map<std::string_view, std::size_t> language_bytes_;  // how much text is in which language
    bool is_in_note_ = false;
    bool has_drawn_text_ = false;
    bool has_embedded_document_ = false;
};

}  // namespace

OfficeText docx_text(const DocxParts& parts, const DocxStyles& styles) { return DocxReading{parts, styles}.take(); }

}  // namespace schakel
