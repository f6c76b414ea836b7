#include "corpus/excerpt.hpp"

#include "config/utf8.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// Byte offset behind the first `characters` characters.
std::size_t offset_after(std::string_view text, std::size_t characters) {
    std::size_t at = 0;
    while (at < text.size() && characters > 0) {
        do {
            ++at;
        } while (at < text.size() && !starts_character(text[at]));
        --characters;
    }
    return at;
}

}  // namespace

std::string excerpt(std::string_view line, std::size_t characters) {
    const std::size_t end = offset_after(line, characters);
    if (end == line.size()) return std::string{line};
    const std::size_t border = line.substr(0, end).rfind(' ');
    const bool border_is_near = border != std::string_view::npos && border > end / 2;
    return std::string{line.substr(0, border_is_near ? border : end)} + "…";
}

std::string valid_utf8(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t start = at;
        text += next_code_point(bytes, at) ? bytes.substr(start, at - start) : std::string_view{"\uFFFD"};
    }
    return text;
}

std::string in_quotes(std::string_view value) {
    constexpr std::size_t longest = 80;
    constexpr std::size_t characters_looked_at = 1000;  // a value may be a whole book
    return "“" + excerpt(one_line(valid_utf8(value.substr(0, offset_after(value, characters_looked_at)))), longest) +
           "”";
}

}  // namespace schakel
