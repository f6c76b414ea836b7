#include "corpus/readers/office/docx_elements.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "corpus/readers/office/symbol_font.hpp"

namespace schakel {

namespace {

std::string symbol(const pugi::xml_node& element) {
    const std::string_view written = element.attribute("w:char").value();
    std::uint32_t number = 0;
    std::from_chars(written.data(), written.data() + written.size(), number, 16);
    return number == 0 ? std::string{} : symbol_character(element.attribute("w:font").value(), number);
}

}  // namespace

std::string_view docx_value(const pugi::xml_node& parent, const char* child) {
    return parent.child(child).attribute("w:val").value();
}

std::optional<bool> docx_switch(const pugi::xml_node& properties, const char* name) {
    const pugi::xml_node found = properties.child(name);
    if (!found) return std::nullopt;
    const std::string_view written = found.attribute("w:val").as_string("1");
    return written != "0" && written != "false" && written != "off";
}

bool is_left_out_of_docx(std::string_view name) {
    constexpr std::array<std::string_view, 14> left_out{
        "w:rPr", "w:pPr",    "w:del",   "w:moveFrom", "w:instrText", "w:delText", "w:delInstrText",
        "w:rt",  "w:sectPr", "w:sdtPr", "w:tblPr",    "w:tblGrid",   "w:trPr",    "w:tcPr"};
    return std::ranges::find(left_out, name) != left_out.end();
}

bool is_deleted(const pugi::xml_node& properties) {
    return properties.child("w:del") || properties.child("w:moveFrom");
}

bool goes_on(const pugi::xml_node& paragraph_properties) {
    const std::string_view first_letter = paragraph_properties.child("w:framePr").attribute("w:dropCap").value();
    return is_deleted(paragraph_properties.child("w:rPr")) || first_letter == "drop" || first_letter == "margin";
}

bool is_placeholder(const pugi::xml_node& content_control) {
    return docx_switch(content_control.child("w:sdtPr"), "w:showingPlcHdr").value_or(false);
}

pugi::xml_node chosen_alternative(const pugi::xml_node& alternatives) {
    const pugi::xml_node choice = alternatives.child("mc:Choice");
    return choice ? choice : alternatives.child("mc:Fallback");
}

bool is_drawn_text(const pugi::xml_node& graphic) {
    const std::string_view kind = graphic.attribute("uri").value();
    return kind.ends_with("/chart") || kind.ends_with("/diagram");
}

/// The hyphen at which no line breaks is a plain one, as in the words people search for.
std::string docx_character(const pugi::xml_node& element) {
    const std::string_view name = element.name();
    if (name == "w:tab" || name == "w:ptab") return " ";
    if (name == "w:br" || name == "w:cr") return "\n";
    if (name == "w:noBreakHyphen") return "-";
    return name == "w:sym" ? symbol(element) : std::string{};
}

}  // namespace schakel
