#include "corpus/character_set.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <utility>

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include "config/utf8.hpp"
#include "corpus/white_space.hpp"

namespace schakel {

namespace {

constexpr std::string_view utf8_name = "UTF-8";
constexpr std::string_view western = "windows-1252";
constexpr std::string_view western_with_euro = "ISO-8859-15";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Character sets that may be declared, by the MIME name that ICU gives them. Left out are those in which ASCII is no ASCII
/// or that switch between sets: no source of ours uses them and they can hide markup.
constexpr std::array<std::string_view, 32> declarable{
    "windows-1252", "ISO-8859-15",  "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255",
    "windows-1256", "windows-1257", "windows-1258", "ISO-8859-2",   "ISO-8859-3",   "ISO-8859-4",   "ISO-8859-5",
    "ISO-8859-6",   "ISO-8859-7",   "ISO-8859-8",   "ISO-8859-9",   "ISO-8859-10",  "ISO-8859-13",  "ISO-8859-14",
    "KOI8-R",       "KOI8-U",       "macintosh",    "IBM850",       "IBM437",       "GBK",          "gb18030",
    "Big5",         "Shift_JIS",    "EUC-JP",       "EUC-KR"};

/// What the detector may choose from besides windows-1252.
constexpr std::array<std::string_view, 11> detectable{"UTF-16LE",     "UTF-16BE",     "ISO-8859-2", "windows-1250",
                                                      "windows-1251", "windows-1253", "ISO-8859-9", "windows-1254",
                                                      "windows-1256", "GB18030",      "Big5"};

/// The detector's confidence (0 to 100) from which another character set than windows-1252 is believed, and how far it has
/// to be ahead of that. Dutch text scores 20 to 70 for its own and to 30 for others.
constexpr int lowest_confidence = 30;
constexpr int lowest_lead = 20;

struct ByteOrderMark {
    std::string_view bytes;
    std::string_view charset;
};
constexpr std::array byte_order_marks{
    ByteOrderMark{"\xEF\xBB\xBF", utf8_name},
    ByteOrderMark{std::string_view{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
    ByteOrderMark{std::string_view{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    ByteOrderMark{"\xFF\xFE", "UTF-16LE"},
    ByteOrderMark{"\xFE\xFF", "UTF-16BE"},
};

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// The text that takes the place of `character`: a C1 control stands for a byte that its character set leaves undefined.
bool is_unreadable(std::string_view bytes, std::size_t at) {
    if (bytes.substr(at, replacement.size()) == replacement) return true;
    const auto second = at + 1 < bytes.size() ? static_cast<unsigned char>(bytes[at + 1]) : 0U;
    return bytes[at] == '\xC2' && second >= 0x80 && second < 0xA0 && second != 0x85;
}

bool is_control(char c) {
    constexpr std::string_view text_controls = "\t\n\v\f\r\x1A\x1B";  // DOS ends files with 1A
    return static_cast<unsigned char>(c) < 0x20 && text_controls.find(c) == std::string_view::npos;
}

Error not_text() {
    return {ErrorCode::malformed,
            {"dit is geen tekst, of de tekenset is niet te herkennen",
             "this is no text, or its character set cannot be recognised"},
            {"open het bestand in een tekstprogramma en sla het op als UTF-8",
             "open the file in a text editor and save it as UTF-8"}};
}

Error zero_bytes(std::size_t offset) {
    return {ErrorCode::malformed,
            {fmt::format("dit is geen tekst: byte {} is een nulbyte", offset),
             fmt::format("this is no text: byte {} is a zero byte", offset)},
            {"klopt de extensie van het bestand?", "is the extension of the file right?"}};
}

struct Utf8Repair {
    std::string text;
    std::size_t sound = 0;     // characters beyond ASCII
    std::size_t replaced = 0;  // sequences that are none
};

Utf8Repair repaired_utf8(std::string_view bytes) {
    Utf8Repair repair;
    repair.text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t start = at;
        const bool is_sound = next_code_point(bytes, at).has_value();
        if (is_sound && at - start > 1) ++repair.sound;
        if (!is_sound) ++repair.replaced;
        repair.text += is_sound ? bytes.substr(start, at - start) : replacement;
    }
    return repair;
}

/// The bytes as UTF-8 when they are that but for a few accidents, as in a page put together from several sources.
std::optional<DecodedText> as_damaged_utf8(std::string_view bytes) {
    constexpr std::size_t sound_for_each_replaced = 4;
    Utf8Repair repair = repaired_utf8(bytes);
    if (repair.sound < sound_for_each_replaced * repair.replaced) return std::nullopt;
    return DecodedText{std::move(repair.text), std::string{utf8_name}, repair.replaced};
}

/// Absent when ICU does not know the character set.
std::optional<std::string> converted(std::string_view bytes, std::string_view charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter{ucnv_open(std::string{charset}.c_str(), &status)};
    if (U_FAILURE(status)) return std::nullopt;
    const icu::UnicodeString text{bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status};
    if (U_FAILURE(status)) return std::nullopt;
    std::string utf8;
    return text.toUTF8String(utf8);
}

struct TextQuality {
    std::size_t characters = 0;
    std::size_t unreadable = 0;
    std::size_t controls = 0;
};

/// Puts U+FFFD in the place of what is unreadable.
std::string with_replacements(std::string_view text, TextQuality& quality) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++quality.characters) {
        const std::size_t start = at;
        const bool is_lost = is_unreadable(text, at);
        next_code_point(text, at);
        quality.unreadable += is_lost ? 1U : 0U;
        quality.controls += is_control(text[start]) ? 1U : 0U;
        result += is_lost ? replacement : text.substr(start, at - start);
    }
    return result;
}

Result<DecodedText> as_charset(std::string_view bytes, std::string_view charset) {
    constexpr std::size_t characters_for_each_fault = 20;
    const std::optional<std::string> text = converted(bytes, charset);
    if (!text) return tl::unexpected(not_text());
    TextQuality quality;
    DecodedText decoded{with_replacements(*text, quality), std::string{charset}, 0};
    decoded.replaced = quality.unreadable;
    if (const std::size_t zero = decoded.utf8.find('\0'); zero != std::string::npos)
        return tl::unexpected(zero_bytes(bytes.find('\0')));
    if ((quality.unreadable + quality.controls) * characters_for_each_fault > quality.characters)
        return tl::unexpected(not_text());
    return decoded;
}

std::string lower_case(std::string_view name) {
    std::string lower{name};
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

/// In ISO-8859-15 the sign of windows-1252 that nobody writes is the euro, and the place of its quotation marks is empty.
bool is_western_with_euro(std::string_view bytes) {
    const auto is_c1 = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 && byte < 0xA0;
    };
    return bytes.find('\xA4') != std::string_view::npos && std::ranges::none_of(bytes, is_c1);
}

struct Guess {
    std::string_view charset;  // one of `detectable`; empty = none
    int confidence = 0;
    int western_confidence = 0;
};

void weigh(const UCharsetMatch* match, Guess& guess) {
    UErrorCode status = U_ZERO_ERROR;
    const char* const written = ucsdet_getName(match, &status);
    const int confidence = ucsdet_getConfidence(match, &status);
    if (written == nullptr || U_FAILURE(status)) return;
    const std::string_view name = written;
    if (name == western || name == "ISO-8859-1") {
        guess.western_confidence = std::max(guess.western_confidence, confidence);
    } else if (const auto* const found = std::ranges::find(detectable, name);
               found != detectable.end() && confidence > guess.confidence) {
        guess.charset = *found;
        guess.confidence = confidence;
    }
}

Guess detected(std::string_view bytes) {
    constexpr std::size_t enough = std::size_t{64} * 1024;  // even, for UTF-16
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector{ucsdet_open(&status)};
    const std::string_view sample = bytes.substr(0, enough);
    ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
    int32_t count = 0;
    const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
    Guess guess;
    if (matches == nullptr || U_FAILURE(status)) return guess;
    for (const UCharsetMatch* match : std::span{matches, static_cast<std::size_t>(count)}) weigh(match, guess);
    return guess;
}

std::string_view guessed_charset(std::string_view bytes) {
    const Guess guess = detected(bytes);
    const bool is_sure =
        guess.confidence >= lowest_confidence && guess.confidence >= guess.western_confidence + lowest_lead;
    if (is_sure) return guess.charset;
    return is_western_with_euro(bytes) ? western_with_euro : western;
}

/// UTF-16 without a byte order mark: in text of ours every other byte of it is nearly always zero.
std::string_view utf16_charset(std::string_view bytes) {
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < bytes.size(); ++at) zeros.at(at % 2) += bytes[at] == '\0' ? 1U : 0U;
    const std::size_t most = bytes.size() / 4;  // half of all even or odd places
    if (zeros[1] > most && zeros[0] * 100 <= bytes.size()) return "UTF-16LE";
    if (zeros[0] > most && zeros[1] * 100 <= bytes.size()) return "UTF-16BE";
    return {};
}

Result<DecodedText> as_declared_or_guessed(std::string_view bytes, std::string_view charset) {
    if (charset.empty() || charset == utf8_name)
        if (auto damaged = as_damaged_utf8(bytes)) return *damaged;
    if (!charset.empty() && charset != utf8_name)
        if (auto decoded = as_charset(bytes, charset)) return decoded;
    return as_charset(bytes, guessed_charset(bytes));
}

Result<DecodedText> without_byte_order(std::string_view bytes, std::string_view declared) {
    if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos) {
        const std::string_view charset = utf16_charset(bytes);
        return charset.empty() ? tl::unexpected(zero_bytes(zero)) : as_charset(bytes, charset);
    }
    if (!first_invalid_utf8(bytes)) return DecodedText{std::string{bytes}, std::string{utf8_name}, 0};
    return as_declared_or_guessed(bytes, declared_character_set(declared));
}

Result<DecodedText> as_marked(std::string_view bytes, std::string_view charset) {
    if (charset == utf8_name) return without_byte_order(bytes, utf8_name);
    return as_charset(bytes, charset);
}

}  // namespace

std::string_view declared_character_set(std::string_view declared) {
    const std::string name = lower_case(one_line(declared));
    if (name.starts_with("utf-") || name == "utf8" || name.starts_with("unicode")) return utf8_name;
    UErrorCode status = U_ZERO_ERROR;
    const char* mime = ucnv_getStandardName(name.c_str(), "MIME", &status);
    if (mime == nullptr) mime = ucnv_getStandardName(name.c_str(), "IANA", &status);
    if (mime == nullptr || U_FAILURE(status)) return {};
    const std::string_view standard = mime;
    if (standard == "ISO-8859-1" || standard == "US-ASCII") return western;
    const auto* const found = std::ranges::find(declarable, standard);
    return found == declarable.end() ? std::string_view{} : *found;
}

Result<DecodedText> decode_text(std::string_view bytes, std::string_view declared) {
    for (const ByteOrderMark& mark : byte_order_marks)
        if (bytes.starts_with(mark.bytes)) return as_marked(bytes.substr(mark.bytes.size()), mark.charset);
    return without_byte_order(bytes, declared);
}

std::optional<Text> character_set_notice(const DecodedText& text) {
    if (text.charset == utf8_name && text.replaced == 0) return std::nullopt;
    Text notice{"gelezen als " + text.charset, "read as " + text.charset};
    if (text.replaced > 0) {
        notice.nl += fmt::format("; onleesbaar: {} (daar staat nu {})", text.replaced, replacement);
        notice.en += fmt::format("; unreadable: {} ({} stands there now)", text.replaced, replacement);
    }
    return notice;
}

}  // namespace schakel
