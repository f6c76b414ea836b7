#include "searchd/api/json_writer.hpp"

#include <array>
#include <charconv>

#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr char32_t line_separator = 0x2028;
constexpr char32_t paragraph_separator = 0x2029;

/// Bytes that stand in a string of JSON as they are; those above ASCII only when they are well-formed.
constexpr auto plain = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0x20; byte < 0x80; ++byte) table[byte] = byte != '"' && byte != '\\';
    return table;
}();

bool is_plain(char c) { return plain[static_cast<unsigned char>(c)]; }

void append_control(std::string& json, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"': json += "\\\""; break;
        case '\\': json += "\\\\"; break;
        case '\b': json += "\\b"; break;
        case '\f': json += "\\f"; break;
        case '\n': json += "\\n"; break;
        case '\r': json += "\\r"; break;
        case '\t': json += "\\t"; break;
        default:
            json += "\\u00";
            json += digits[static_cast<unsigned char>(c) >> 4];
            json += digits[static_cast<unsigned char>(c) & 0xF];
    }
}

template <class Number, class... Format>
void append_number(std::string& json, Number number, Format... format) {
    std::array<char, 400> digits{};  // the longest double without an exponent has 309 before the point
    const auto [end, problem] = std::to_chars(digits.data(), digits.data() + digits.size(), number, format...);
    if (problem == std::errc{}) json.append(digits.data(), end);
}

}  // namespace

void JsonWriter::separate() {
    if (!first_) json_ += ',';
    first_ = false;
}

void JsonWriter::begin(char bracket) {
    separate();
    json_ += bracket;
    first_ = true;
}

void JsonWriter::end(char bracket) {
    json_ += bracket;
    first_ = false;
}

void JsonWriter::key(std::string_view name) {
    separate();
    append_quoted(name);
    json_ += ':';
    first_ = true;
}

void JsonWriter::value(std::string_view text) {
    separate();
    append_quoted(text);
}

void JsonWriter::value(bool truth) {
    separate();
    json_ += truth ? "true" : "false";
}

/// A whole number keeps its ".0", so that a field has one type for readers that tell them apart.
void JsonWriter::value(double number) {
    separate();
    const std::size_t begin = json_.size();
    append_number(json_, number, std::chars_format::fixed);
    if (json_.find('.', begin) == std::string::npos) json_ += ".0";
}

void JsonWriter::value(const std::vector<std::string>& texts) {
    begin_array();
    for (const std::string& text : texts) value(text);
    end_array();
}

void JsonWriter::write(std::int64_t number) {
    separate();
    append_number(json_, number);
}

void JsonWriter::write(std::uint64_t number) {
    separate();
    append_number(json_, number);
}

/// U+2028 and U+2029 end a line in older JavaScript, so they are written as escapes.
void JsonWriter::append_quoted(std::string_view text) {
    json_ += '"';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && is_plain(text[at])) ++at;
        json_ += text.substr(begin, at - begin);
        if (at == text.size()) break;
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            append_control(json_, text[at++]);
            continue;
        }
        const std::size_t sign = at;
        const auto code_point = next_code_point(text, at);
        if (!code_point)
            json_ += replacement;
        else if (*code_point == line_separator || *code_point == paragraph_separator)
            json_ += *code_point == line_separator ? "\\u2028" : "\\u2029";
        else
            json_ += text.substr(sign, at - sign);
    }
    json_ += '"';
}

}  // namespace schakel
