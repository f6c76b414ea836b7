#include "searchd/query/typed_text.hpp"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr std::array<std::string_view, 8> quotes{"\"",     "\u201c", "\u201d", "\u201e",
                                                 "\u201f", "\u00ab", "\u00bb", "\uff02"};

bool is_white_space(char32_t character) { return u_isUWhiteSpace(static_cast<UChar32>(character)) != 0; }
bool is_control(char32_t character) { return u_charType(static_cast<UChar32>(character)) == U_CONTROL_CHAR; }

bool is_invisible(char32_t character) { return u_charType(static_cast<UChar32>(character)) == U_FORMAT_CHAR; }

}  // namespace

std::string_view first_characters(std::string_view text, std::size_t most) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool starts_character = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
        if (starts_character && most-- == 0) return text.substr(0, at);
    }
    return text;
}

std::string readable_text(std::string_view typed) {
    std::string text;
    text.reserve(typed.size());
    for (std::size_t at = 0; at < typed.size();) {
        const std::size_t begin = at;
        const auto character = next_code_point(typed, at);
        if (!character || is_white_space(*character) || is_control(*character))
            text += ' ';
        else if (!is_invisible(*character))
            text += typed.substr(begin, at - begin);
    }
    return text;
}

std::string without_control_characters(std::string_view typed) {
    std::string text;
    text.reserve(typed.size());
    for (std::size_t at = 0; at < typed.size();) {
        const std::size_t begin = at;
        const auto character = next_code_point(typed, at);
        const bool dropped = character && is_control(*character) && !is_white_space(*character);
        text += dropped ? std::string_view(" ") : typed.substr(begin, at - begin);
    }
    return text;
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (const auto character = next_code_point(text, at); !character || !is_white_space(*character)) return false;
    return true;
}

char32_t character_at(std::string_view text, std::size_t at) {
    return at < text.size() ? next_code_point(text, at).value_or(0) : 0;
}

std::size_t quote_length(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const std::string_view rest = text.substr(at);
    const auto found =
        std::find_if(quotes.begin(), quotes.end(), [&](std::string_view quote) { return rest.starts_with(quote); });
    return found == quotes.end() ? 0 : found->size();
}

bool is_word_character(char32_t character) {
    const auto code = static_cast<UChar32>(character);
    return u_isalnum(code) || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
}

bool has_word_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (const auto character = next_code_point(text, at); character && u_isalnum(static_cast<UChar32>(*character)))
            return true;
    return false;
}

std::string_view take_chunk(std::string_view& rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const std::string_view chunk = rest.substr(0, rest.find(' '));
    rest.remove_prefix(chunk.size());
    return chunk;
}

}  // namespace schakel
