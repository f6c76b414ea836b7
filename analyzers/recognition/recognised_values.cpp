#include "analyzers/recognition/recognised_values.hpp"

#include <algorithm>

namespace schakel {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The first word that begins at `offset` or later, but not after `limit`.
std::size_t word_border_after(std::string_view text, std::size_t offset, std::size_t limit) {
    std::size_t i = offset;
    while (i < limit && !is_blank(text[i])) ++i;
    while (i < limit && is_blank(text[i])) ++i;
    if (i < limit || offset == 0) return i;
    for (i = offset; i < limit && continues_character(text[i]);) ++i;
    return i;
}

std::size_t word_border_before(std::string_view text, std::size_t offset, std::size_t limit) {
    std::size_t i = offset;
    while (i > limit && !is_blank(text[i - 1])) --i;
    while (i > limit && is_blank(text[i - 1])) --i;
    if (i > limit) return i;
    for (i = offset; i > limit && i < text.size() && continues_character(text[i]);) --i;
    return i;
}

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (!is_blank(c))
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    while (line.ends_with(' ')) line.pop_back();
    return line;
}

}  // namespace

std::string evidence_around(std::string_view text, std::size_t begin, std::size_t end, std::size_t around) {
    const std::size_t from = begin > around ? word_border_after(text, begin - around, begin) : 0;
    const std::size_t to = text.size() - end > around ? word_border_before(text, end + around, end) : text.size();
    return on_one_line(text.substr(from, to - from));
}

}  // namespace schakel
