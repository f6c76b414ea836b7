#include "config/folding.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "config/utf8.hpp"

namespace schakel {
namespace {

constexpr char32_t replacement_character = 0xFFFD;
constexpr char32_t first_cached = 0x80;
constexpr char32_t past_cached = 0x250;  // Latin-1, Latin Extended-A and -B: nearly all that Dutch text needs

constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Letters whose stroke or ligature is no combining mark, so that decomposition leaves them whole, and punctuation of
/// which one typewritten form stands for all. nullptr = not one of these.
const char* written_out(UChar32 c) {
    switch (c) {
        case 0x00D8:
        case 0x00F8: return "o";
        case 0x0110:
        case 0x0111:
        case 0x00D0:
        case 0x00F0: return "d";
        case 0x0141:
        case 0x0142: return "l";
        case 0x0131: return "i";
        case 0x00C6:
        case 0x00E6: return "ae";
        case 0x0152:
        case 0x0153: return "oe";
        case 0x0132:
        case 0x0133: return "ij";
        case 0x00B4:
        case 0x02B9:
        case 0x02BC:
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x2032:
        case 0xFF07: return "'";
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x2033:
        case 0x00AB:
        case 0x00BB: return "\"";
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212:
        case 0xFE63:
        case 0xFF0D: return "-";
        default: return nullptr;
    }
}

bool is_left_out(UChar32 c) {
    const int category = u_charType(c);
    return c == 0x00AD || category == U_FORMAT_CHAR || category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK;
}

/// NFKD, marks removed, full case folding: the general rule for what `written_out` does not name.
std::string fold_by_unicode(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString decomposed;
    if (U_FAILURE(status) || !nfkd->getDecomposition(c, decomposed)) decomposed = icu::UnicodeString(c);
    icu::UnicodeString kept;
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 part = decomposed.char32At(i);
        if (const char* text = written_out(part))  // ǽ decomposes into æ and an accent
            kept.append(icu::UnicodeString::fromUTF8(text));
        else if (!is_left_out(part))
            kept.append(part);
    }
    std::string folded;
    kept.foldCase().toUTF8String(folded);
    return folded;
}

std::string fold_code_point(UChar32 c) {
    if (const char* text = written_out(c)) return text;
    if (u_isUWhiteSpace(c)) return " ";
    if (is_left_out(c)) return {};
    return fold_by_unicode(c);
}

using FoldedLatin = std::array<std::string, past_cached - first_cached>;

const FoldedLatin& folded_latin() {
    static const FoldedLatin table = [] {
        FoldedLatin made;
        for (char32_t c = first_cached; c < past_cached; ++c)
            made[c - first_cached] = fold_code_point(static_cast<UChar32>(c));
        return made;
    }();
    return table;
}

/// Appends folded pieces while joining white space.
class FoldedText {
public:
    explicit FoldedText(std::size_t expected_length) { text_.reserve(expected_length); }

    void append_ascii(char c) {
        if (is_ascii_space(c)) {
            if (!text_.empty() && text_.back() != ' ') text_ += ' ';
        } else {
            text_ += ascii_lower(c);
        }
    }

    void append(std::string_view folded) {
        for (const char c : folded) append_ascii(c);
    }

    std::string take() {
        if (!text_.empty() && text_.back() == ' ') text_.pop_back();
        return std::move(text_);
    }

private:
    std::string text_;
};

/// Folds the code point at `offset` and moves `offset` past it.
void fold_next(std::string_view utf8, std::size_t& offset, FoldedText& folded) {
    const char32_t c = next_code_point(utf8, offset).value_or(replacement_character);
    if (c >= first_cached && c < past_cached)
        folded.append(folded_latin()[c - first_cached]);
    else
        folded.append(fold_code_point(static_cast<UChar32>(c)));
}

constexpr bool is_code_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string fold(std::string_view utf8) {
    FoldedText folded(utf8.size());
    for (std::size_t offset = 0; offset < utf8.size();) {
        if (is_ascii(utf8[offset]))
            folded.append_ascii(utf8[offset++]);
        else
            fold_next(utf8, offset, folded);
    }
    return folded.take();
}

std::string slug(std::string_view utf8) {
    std::string code;
    for (const char c : fold(utf8)) {
        if (is_code_character(c))
            code += c;
        else if (c != '\'' && !code.empty() && code.back() != '-')
            code += '-';
    }
    if (!code.empty() && code.back() == '-') code.pop_back();
    return code;
}

}  // namespace schakel
