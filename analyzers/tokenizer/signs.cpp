#include "analyzers/tokenizer/signs.hpp"

#include <algorithm>
#include <initializer_list>

#include <unicode/uchar.h>

#include "config/utf8.hpp"

namespace schakel {

namespace {

std::size_t length_of_first(std::string_view text, std::size_t at, std::initializer_list<std::string_view> signs) {
    if (at >= text.size()) return 0;
    for (const std::string_view sign : signs)
        if (text.substr(at).starts_with(sign)) return sign.size();
    return 0;
}

char32_t code_point_at(std::string_view text, std::size_t at) { return next_code_point(text, at).value_or(0); }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) ++at;
    return at;
}

}  // namespace

std::size_t dash_length(std::string_view text, std::size_t at) {
    const char c = byte_at(text, at);
    if (c == '-') return 1;
    return is_ascii(c) ? 0 : length_of_first(text, at, {"\u2010", "\u2011", "\u2013"});
}

std::size_t dash_length_before(std::string_view text, std::size_t end) {
    if (end == 0) return 0;
    if (text[end - 1] == '-') return 1;
    if (is_ascii(text[end - 1]) || end < 3) return 0;
    return length_of_first(text.substr(end - 3, 3), 0, {"\u2010", "\u2011", "\u2013", "\u2014"});
}

std::size_t apostrophe_length(std::string_view text, std::size_t at) {
    return length_of_first(text, at, {"'", "\u2019", "\u2018"});
}

std::size_t loose_apostrophe_length(std::string_view text, std::size_t at) {
    return length_of_first(text, at, {"'", "\u2019", "\u2018", "\u00B4", "`"});
}

bool word_goes_on(std::string_view text, std::size_t at) {
    const char c = byte_at(text, at);
    if (is_ascii(c)) return is_alphanumeric(c);
    const auto lead = static_cast<unsigned char>(c);
    if (lead == 0xC2) return false;
    return lead != 0xE2 || at + 1 >= text.size() || static_cast<unsigned char>(text[at + 1]) > 0x81;
}

bool begins_word(std::string_view text, std::size_t at) {
    const char c = byte_at(text, at);
    if (is_ascii(c)) return is_alphanumeric(c);
    return u_isalnum(static_cast<UChar32>(code_point_at(text, at))) != 0;
}

bool ends_word_before(std::string_view text, std::size_t end) {
    if (end == 0) return false;
    std::size_t at = end - 1;
    while (at > 0 && end - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return begins_word(text, at);
}

bool begins_lower(std::string_view text, std::size_t at) {
    const char c = byte_at(text, at);
    if (is_ascii(c)) return is_lower(c);
    return u_islower(static_cast<UChar32>(code_point_at(text, at))) != 0;
}

bool is_letters(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (is_digit(text[at]) || !word_goes_on(text, at)) return false;
    return !text.empty();
}

bool has_at(std::string_view text, std::size_t at, std::string_view lower) {
    if (at > text.size() || text.size() - at < lower.size()) return false;
    return std::equal(lower.begin(), lower.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char want, char have) { return want == to_lower(have); });
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

std::size_t next_line(std::string_view text, std::size_t at) {
    at = skip_blanks(text, at);
    if (byte_at(text, at) != '\n') return std::string_view::npos;
    at = skip_blanks(text, at + 1);
    return at < text.size() && text[at] != '\n' ? at : std::string_view::npos;
}

}  // namespace schakel
