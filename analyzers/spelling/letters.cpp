#include "analyzers/spelling/letters.hpp"

#include <array>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "config/utf8.hpp"

namespace schakel {

namespace {

/// Latin-1 letters from U+00C0 on, without accent and in lower case; letters of other languages stand for themselves as
/// '?'.
constexpr std::string_view plain_upper_half = "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y";
static_assert(plain_upper_half.size() == 64);

constexpr std::array<char, 256> plain_table() {
    std::array<char, 256> table{};
    for (std::size_t i = 0; i < 256; ++i) {
        const char upper_half = i < 0xC0 ? '?' : plain_upper_half[i - 0xC0];
        table[i] = upper_half != '?' ? upper_half : static_cast<char>(i);
        if (i >= 'A' && i <= 'Z') table[i] = static_cast<char>(i + ('a' - 'A'));
    }
    return table;
}

bool is_upper(unsigned char letter) {
    return (letter >= 'A' && letter <= 'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7);
}

std::string composed(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    std::string text;
    if (U_FAILURE(status)) return std::string(utf8);
    const icu::StringPiece piece(utf8.data(), static_cast<int32_t>(utf8.size()));
    nfc->normalize(icu::UnicodeString::fromUTF8(piece), status).toUTF8String(text);
    return text;
}

bool is_plain_ascii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

/// Appends the letter or letters of one code point; false when Latin-1 does not have it.
bool append_letter(char32_t code_point, std::string& letters) {
    if (code_point == 0x2018 || code_point == 0x2019 || code_point == 0x02BC || code_point == 0xB4)
        letters += '\'';
    else if (code_point >= 0x2010 && code_point <= 0x2015)
        letters += '-';
    else if (code_point == 0x0132 || code_point == 0x0133)
        letters += code_point == 0x0132 ? "IJ" : "ij";
    else if (code_point == 0xAD)
        return true;
    else if (code_point > 0 && code_point <= 0xFF)
        letters += static_cast<char>(code_point);
    else
        return false;
    return true;
}

}  // namespace

constexpr std::array<char, 256> plain_letters = plain_table();

char lower_letter(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return is_upper(byte) ? static_cast<char>(byte + 0x20) : letter;
}

std::optional<std::string> to_letters(std::string_view utf8) {
    if (is_plain_ascii(utf8)) return std::string(utf8);
    if (first_invalid_utf8(utf8)) return std::nullopt;
    const std::string text = composed(utf8);
    std::string letters;
    for (std::size_t offset = 0; offset < text.size();) {
        const auto code_point = next_code_point(text, offset);
        if (!code_point || !append_letter(*code_point, letters)) return std::nullopt;
    }
    return letters;
}

std::string from_letters(std::string_view letters) {
    std::string utf8;
    for (const char letter : letters) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte < 0x80) {
            utf8 += letter;
            continue;
        }
        utf8 += static_cast<char>(0xC0 | (byte >> 6));
        utf8 += static_cast<char>(0x80 | (byte & 0x3F));
    }
    return utf8;
}

}  // namespace schakel
