#include "tests/analyzers/escapes.hpp"

#include <charconv>
#include <optional>

#include <unicode/unistr.h>

namespace schakel {

namespace {

std::optional<unsigned> hexadecimal(std::string_view digits, std::size_t length) {
    if (digits.size() < length) return std::nullopt;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + length, value, 16);
    if (error != std::errc{} || end != digits.data() + length) return std::nullopt;
    return value;
}

}  // namespace

std::string without_escapes(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        const std::size_t length = rest.starts_with("\\x") ? 2 : rest.starts_with("\\u") ? 4 : 0;
        const auto value = length > 0 ? hexadecimal(rest.substr(2), length) : std::nullopt;
        if (!value) {
            plain += text[at++];
            continue;
        }
        if (length == 2)
            plain += static_cast<char>(*value);
        else
            icu::UnicodeString(static_cast<UChar32>(*value)).toUTF8String(plain);
        at += 2 + length;
    }
    return plain;
}

}  // namespace schakel
