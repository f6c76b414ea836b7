#include "analyzers/text_language.hpp"

#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include <cld2/public/compact_lang_det.h>

#include "analyzers/certain_dutch.hpp"

namespace schakel {

namespace {

constexpr std::size_t least_bytes = 200;  // about thirty words
constexpr std::size_t most_bytes =
    600;                           // looked at: more seldom changes the outcome and costs as much as all other analysis
constexpr int least_percent = 70;  // of the text in the language found

TextLanguage chain_of(CLD2::Language language) {
    switch (language) {
        case CLD2::DUTCH:
        case CLD2::AFRIKAANS: return TextLanguage::dutch;  // bureaucratic Dutch is sometimes taken for Afrikaans
        case CLD2::ENGLISH: return TextLanguage::english;
        default: return TextLanguage::other;
    }
}

/// At most `most` bytes, cut between characters.
std::string_view beginning(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    return text.substr(0, most);
}

}  // namespace

TextLanguage language_of_code(std::string_view code) {
    const std::string_view language = code.substr(0, code.find('-'));
    if (language.empty() || language == "nl") return TextLanguage::dutch;
    return language == "en" ? TextLanguage::english : TextLanguage::other;
}

TextLanguage detect_language(std::string_view text, TextLanguage otherwise) {
    if (text.size() < least_bytes) return otherwise;
    text = beginning(text, most_bytes);
    if (is_certainly_dutch(text)) return TextLanguage::dutch;
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    std::array<double, 3> scores{};
    int text_bytes = 0;
    bool reliable = false;
    int valid_bytes = 0;
    CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, nullptr, 0,
                                            languages.data(), percents.data(), scores.data(), nullptr, &text_bytes,
                                            &reliable, &valid_bytes);
    const bool certain = reliable && percents[0] >= least_percent && languages[0] != CLD2::UNKNOWN_LANGUAGE;
    return certain ? chain_of(languages[0]) : otherwise;
}

}  // namespace schakel
