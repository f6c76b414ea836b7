#include "corpus/harvesters/page_format.hpp"

#include <algorithm>
#include <array>

#include "corpus/character_set.hpp"
#include "corpus/harvesters/xml_text.hpp"

namespace schakel {
namespace {

struct FormatRow {
    std::string_view media_type;
    std::string_view extension;
    bool is_text;
};

constexpr std::array formats{
    FormatRow{"text/html", ".html", true},
    FormatRow{"application/xhtml+xml", ".html", true},
    FormatRow{"text/plain", ".txt", true},
    FormatRow{"application/pdf", ".pdf", false},
    FormatRow{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", false},
    FormatRow{"application/vnd.oasis.opendocument.text", ".odt", false},
};

const FormatRow* format_of(std::string_view content_type) {
    std::string type(content_type.substr(0, content_type.find_first_of("; \t")));
    std::ranges::transform(type, type.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto found = std::ranges::find(formats, type, &FormatRow::media_type);
    return found == formats.end() ? nullptr : &*found;
}

}  // namespace

std::string_view extension_for(std::string_view content_type) {
    const FormatRow* format = format_of(content_type);
    return format == nullptr ? std::string_view() : format->extension;
}

std::string bytes_to_keep(const HttpAnswer& answer) {
    const std::string_view content_type = answer.header("content-type");
    const std::string charset = media_type_parameter(content_type, "charset");
    const FormatRow* format = format_of(content_type);
    if (format == nullptr || !format->is_text || charset.empty()) return answer.body;
    const Result<DecodedText> decoded = decode_text(answer.body, charset);
    return decoded ? "\xEF\xBB\xBF" + decoded->utf8 : answer.body;  // what is no text is for its reader to refuse
}

}  // namespace schakel
