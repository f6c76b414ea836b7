#include "corpus/readers/office/symbol_font.hpp"

#include <algorithm>
#include <array>

#include <unicode/unistr.h>

namespace schakel {

namespace {

struct Symbol {
    std::uint32_t number;  // without F000
    char32_t character;
};

/// Adobe's Symbol encoding, https://www.unicode.org/Public/MAPPINGS/VENDORS/ADOBE/symbol.txt.
constexpr std::array symbol_font{
    Symbol{0x2D, U'−'}, Symbol{0x41, U'Α'}, Symbol{0x42, U'Β'}, Symbol{0x44, U'Δ'}, Symbol{0x46, U'Φ'},
    Symbol{0x47, U'Γ'}, Symbol{0x4C, U'Λ'}, Symbol{0x50, U'Π'}, Symbol{0x51, U'Θ'}, Symbol{0x53, U'Σ'},
    Symbol{0x57, U'Ω'}, Symbol{0x59, U'Ψ'}, Symbol{0x61, U'α'}, Symbol{0x62, U'β'}, Symbol{0x63, U'χ'},
    Symbol{0x64, U'δ'}, Symbol{0x65, U'ε'}, Symbol{0x66, U'φ'}, Symbol{0x67, U'γ'}, Symbol{0x68, U'η'},
    Symbol{0x6B, U'κ'}, Symbol{0x6C, U'λ'}, Symbol{0x6D, U'μ'}, Symbol{0x6E, U'ν'}, Symbol{0x70, U'π'},
    Symbol{0x71, U'θ'}, Symbol{0x72, U'ρ'}, Symbol{0x73, U'σ'}, Symbol{0x74, U'τ'}, Symbol{0x77, U'ω'},
    Symbol{0x78, U'ξ'}, Symbol{0x79, U'ψ'}, Symbol{0x7A, U'ζ'}, Symbol{0xA0, U'€'}, Symbol{0xA3, U'≤'},
    Symbol{0xA5, U'∞'}, Symbol{0xAB, U'↔'}, Symbol{0xAC, U'←'}, Symbol{0xAD, U'↑'}, Symbol{0xAE, U'→'},
    Symbol{0xAF, U'↓'}, Symbol{0xB0, U'°'}, Symbol{0xB1, U'±'}, Symbol{0xB3, U'≥'}, Symbol{0xB4, U'×'},
    Symbol{0xB7, U'•'}, Symbol{0xB8, U'÷'}, Symbol{0xB9, U'≠'}, Symbol{0xBB, U'≈'}, Symbol{0xDE, U'⇒'},
    Symbol{0xE5, U'∑'},
};

/// The proposal for Wingdings in Unicode 7, L2/12-368.
constexpr std::array wingdings{
    Symbol{0x6E, U'■'}, Symbol{0x6F, U'□'}, Symbol{0x71, U'❑'}, Symbol{0x9F, U'•'}, Symbol{0xA7, U'▪'},
    Symbol{0xA8, U'☐'}, Symbol{0xD8, U'➢'}, Symbol{0xDF, U'←'}, Symbol{0xE0, U'→'}, Symbol{0xE1, U'↑'},
    Symbol{0xE2, U'↓'}, Symbol{0xE8, U'➔'}, Symbol{0xF0, U'⇨'}, Symbol{0xFB, U'✗'}, Symbol{0xFC, U'✓'},
    Symbol{0xFD, U'☒'}, Symbol{0xFE, U'☑'},
};

template <std::size_t size>
char32_t find_in(const std::array<Symbol, size>& font, std::uint32_t number) {
    const auto found = std::ranges::find(font, number, &Symbol::number);
    return found == font.end() ? U' ' : found->character;
}

std::string in_utf8(char32_t character) {
    std::string text;
    icu::UnicodeString{static_cast<UChar32>(character)}.toUTF8String(text);
    return text;
}

}  // namespace

std::string symbol_character(std::string_view font, std::uint32_t number) {
    const bool is_private = number >= 0xF000 && number <= 0xF0FF;
    if (number > 0x10FFFF) return " ";
    if (!is_private) return in_utf8(static_cast<char32_t>(number));
    if (font == "Symbol") return in_utf8(find_in(symbol_font, number - 0xF000));
    if (font == "Wingdings") return in_utf8(find_in(wingdings, number - 0xF000));
    return " ";
}

}  // namespace schakel
