#include "searchd/xml/plain_line.hpp"

#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool is_space(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x2028 || c == 0x2029 || is_control(c); }

bool is_noncharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

}  // namespace

std::string plain_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    bool pending = false;  // a space, as soon as something follows it
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const auto c = next_code_point(text, at);
        if (c && is_noncharacter(*c)) continue;
        if (c && is_space(*c)) {
            pending = !line.empty();
            continue;
        }
        if (pending) line += ' ';
        pending = false;
        line += c ? text.substr(begin, at - begin) : replacement;
    }
    return line;
}

}  // namespace schakel
