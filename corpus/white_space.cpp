#include "corpus/white_space.hpp"

#include <algorithm>
#include <cstddef>

namespace schakel {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct WhiteSpace {
    std::size_t length = 0;  // bytes; 0 = no white space here
    bool ends_line = false;
};

unsigned char byte_at(std::string_view text, std::size_t index) {
    return index < text.size() ? static_cast<unsigned char>(text[index]) : 0;
}

WhiteSpace two_byte_space(std::string_view text) {
    const unsigned char second = byte_at(text, 1);
    if (second == 0x85) return {2, true};  // next line
    const bool is_control_or_no_break_space = second >= 0x80 && second <= 0xA0;
    return {is_control_or_no_break_space ? std::size_t{2} : std::size_t{0}, false};
}

WhiteSpace three_byte_space(std::string_view text) {
    const std::string_view character = text.substr(0, 3);
    if (character == "\xE2\x80\xA8" || character == "\xE2\x80\xA9") return {3, true};  // line, paragraph separator
    const bool is_general_space = character.starts_with("\xE2\x80") && byte_at(character, 2) >= 0x80 &&
                                  byte_at(character, 2) <= 0x8A;  // U+2000 to U+200A
    const bool is_space = is_general_space || character == "\xE2\x80\xAF" || character == "\xE2\x81\x9F" ||
                          character == "\xE3\x80\x80" || character == byte_order_mark;
    return {is_space ? std::size_t{3} : std::size_t{0}, false};
}

/// White space at the start of `text`, which is valid UTF-8 and not empty.
WhiteSpace leading_white_space(std::string_view text) {
    const unsigned char first = byte_at(text, 0);
    if (first == '\r' && byte_at(text, 1) == '\n') return {2, true};
    if (first == '\n' || first == '\r') return {1, true};
    if (first <= 0x20 || first == 0x7F) return {1, false};
    if (first == 0xC2) return two_byte_space(text);
    if (first == 0xE2 || first == 0xE3 || first == 0xEF) return three_byte_space(text);
    return {};
}

/// Bytes at the start of `text` that are no white space and do not begin any.
std::size_t word_length(std::string_view text) {
    const auto may_be_space = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
    };
    return static_cast<std::size_t>(std::ranges::find_if(text, may_be_space) - text.begin());
}

std::string_view separator(std::size_t line_ends, bool keep_lines) {
    if (!keep_lines || line_ends == 0) return " ";
    return line_ends == 1 ? "\n" : "\n\n";
}

std::string normalised(std::string_view text, bool keep_lines) {
    std::string result;
    result.reserve(text.size());
    bool after_space = false;
    std::size_t line_ends = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (const WhiteSpace space = leading_white_space(text.substr(at)); space.length > 0) {
            after_space = true;
            line_ends += space.ends_line ? 1 : 0;
            at += space.length;
            continue;
        }
        if (after_space && !result.empty()) result += separator(line_ends, keep_lines);
        after_space = false;
        line_ends = 0;
        const std::size_t word = std::max<std::size_t>(word_length(text.substr(at)), 1);
        result += text.substr(at, word);
        at += word;
    }
    return result;
}

}  // namespace

std::string one_line(std::string_view text) { return normalised(text, false); }

std::string paragraphs(std::string_view text) { return normalised(text, true); }

std::string_view without_byte_order_mark(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return text;
}

}  // namespace schakel
