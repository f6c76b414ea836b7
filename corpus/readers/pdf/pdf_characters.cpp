#include "corpus/readers/pdf/pdf_characters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "corpus/readers/office/symbol_font.hpp"

namespace schakel {

namespace {

constexpr UChar32 soft_hyphen = 0xAD;
constexpr UChar32 replacement = 0xFFFD;
constexpr UChar32 first_ligature = 0xFB00;

/// U+FB00 to U+FB06, the Latin ligatures.
constexpr std::array<std::string_view, 7> ligatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

bool is_ligature(UChar32 c) {
    return c >= first_ligature && c < first_ligature + static_cast<UChar32>(ligatures.size());
}

bool is_unreadable(UChar32 c) {
    const int8_t category = u_charType(c);
    return c == replacement || category == U_PRIVATE_USE_CHAR || category == U_CONTROL_CHAR ||
           category == U_SURROGATE || category == U_UNASSIGNED;
}

/// Fonts of symbols are called ABCDEF+Wingdings-Regular, SymbolMT and so on.
std::string symbol(UChar32 c, std::string_view font) {
    constexpr UChar32 first_symbol = 0xF020;
    constexpr UChar32 last_symbol = 0xF0FF;
    if (c < first_symbol || c > last_symbol) return {};
    const std::string_view known = font.find("Wingdings") != std::string_view::npos ? "Wingdings" : "Symbol";
    const std::string shown = symbol_character(known, static_cast<std::uint32_t>(c));
    return shown == " " ? std::string{} : shown;
}

std::string in_utf8(UChar32 c) {
    std::string text;
    icu::UnicodeString{c}.toUTF8String(text);
    return text;
}

std::string shown_as(UChar32 c, std::string_view font, bool is_last, CharacterCount& count) {
    ++count.all;
    if (is_ligature(c)) return std::string{ligatures[static_cast<std::size_t>(c - first_ligature)]};
    if (c == soft_hyphen) return is_last ? in_utf8(c) : std::string{};
    if (is_unreadable(c)) {
        std::string shown = symbol(c, font);
        if (shown.empty()) ++count.unreadable;
        return shown;
    }
    return u_charType(c) == U_FORMAT_CHAR ? std::string{} : in_utf8(c);
}

}  // namespace

std::string readable_word(std::u16string_view word, std::string_view font, CharacterCount& count) {
    const icu::UnicodeString characters{word.data(), static_cast<std::int32_t>(word.size())};
    std::string text;
    for (std::int32_t at = 0; at < characters.length(); at = characters.moveIndex32(at, 1)) {
        const UChar32 c = characters.char32At(at);
        if (u_isUWhiteSpace(c) != 0) {
            text += ' ';
            continue;
        }
        const bool is_last = characters.moveIndex32(at, 1) == characters.length();
        text += shown_as(c, font, is_last, count);
    }
    return text;
}

}  // namespace schakel
