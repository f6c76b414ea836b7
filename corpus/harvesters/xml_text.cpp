#include "corpus/harvesters/xml_text.hpp"

#include <algorithm>
#include <sstream>
#include <vector>


namespace schakel {
namespace {

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), to_lower);
    return lower;
}

/// The encoding in `<?xml version="1.0" encoding="ISO-8859-1"?>`; empty when there is none.
std::string declared_encoding(std::string_view bytes) {
    if (!bytes.starts_with("<?xml")) return {};
    const std::string_view declaration = bytes.substr(0, bytes.substr(0, 256).find("?>"));
    const auto name = declaration.substr(0, 256).find("encoding");
    if (name == std::string_view::npos) return {};
    const auto quote = declaration.find_first_of("\"'", name);
    if (quote == std::string_view::npos) return {};
    const auto end = declaration.find(declaration[quote], quote + 1);
    return std::string(declaration.substr(quote + 1, end - quote - 1));
}

const Text ask_the_keeper{"probeer het later opnieuw of vraag de beheerder van de bron om raad",
                          "try again later or ask the keeper of the source"};

void copy_namespaces(pugi::xml_node from, pugi::xml_node to) {
    for (const pugi::xml_attribute attribute : from.attributes())
        if (std::string_view(attribute.name()).starts_with("xmlns"))
            to.append_attribute(attribute.name()).set_value(attribute.value());
}

}  // namespace

std::string media_type_parameter(std::string_view content_type, std::string_view name) {
    const std::string lower = lower_case(content_type);
    for (auto at = lower.find(';'); at != std::string::npos; at = lower.find(';', at + 1)) {
        const auto start = lower.find_first_not_of(" \t", at + 1);
        if (start == std::string::npos || lower.compare(start, name.size(), name) != 0) continue;
        const auto equals = lower.find_first_not_of(" \t", start + name.size());
        if (equals == std::string::npos || lower[equals] != '=') continue;
        std::string_view value = content_type.substr(equals + 1);
        value = value.substr(0, value.find(';'));
        const auto first = value.find_first_not_of(" \t\"'");
        if (first == std::string_view::npos) return {};
        return std::string(value.substr(first, value.find_last_not_of(" \t\"'") - first + 1));
    }
    return {};
}

Result<DecodedText> decode_xml(const std::string& url, std::string_view bytes, std::string_view content_type) {
    const std::string charset = media_type_parameter(content_type, "charset");
    Result<DecodedText> text = decode_text(bytes, charset.empty() ? declared_encoding(bytes) : charset);
    if (!text) return fail(text.error().code, at_place(url, text.error().message), ask_the_keeper);
    return text;
}

Result<XmlFile> parse_served_xml(const std::string& url, std::string_view utf8) {
    Result<XmlFile> file = XmlFile::parse(url, utf8);
    if (!file) return fail(file.error().code, file.error().message, ask_the_keeper);
    return file;
}

std::string cut_out(pugi::xml_node element) {
    std::vector<pugi::xml_node> around;
    for (pugi::xml_node outer = element.parent(); outer.type() == pugi::node_element; outer = outer.parent())
        around.push_back(outer);
    pugi::xml_document document;
    pugi::xml_node inside = document;
    for (auto outer = around.rbegin(); outer != around.rend(); ++outer) {
        inside = inside.append_child(outer->name());
        copy_namespaces(*outer, inside);
    }
    inside.append_copy(element);
    std::ostringstream text;
    document.save(text, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(text).str() + "\n";
}

}  // namespace schakel
