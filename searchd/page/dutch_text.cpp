#include "searchd/page/dutch_text.hpp"

namespace schakel {

namespace {

bool is_small(char letter) { return letter >= 'a' && letter <= 'z'; }
bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

/// é → É and so on: in UTF-8 the capitals of U+00E0 to U+00FE lie 32 below the small letters. ÷ is no letter.
bool is_small_latin1(std::string_view text) {
    return text.size() > 1 && text[0] == '\xC3' && text[1] >= '\xA0' && text[1] <= '\xBE' && text[1] != '\xB7';
}

}  // namespace

std::string capitalised(std::string_view text) {
    std::string result{text};
    if (text.starts_with("ij")) {
        result.replace(0, 2, "IJ");
    } else if (!text.empty() && is_small(text[0])) {
        result[0] = static_cast<char>(text[0] - 'a' + 'A');
    } else if (is_small_latin1(text)) {
        result[1] = static_cast<char>(static_cast<unsigned char>(text[1]) - 0x20);
    }
    return result;
}

std::string in_running_text(std::string_view name) {
    std::string result{name};
    if (name.size() > 1 && is_capital(name[0]) && is_small(name[1])) result[0] = static_cast<char>(name[0] - 'A' + 'a');
    return result;
}

std::string shortened(std::string_view text, std::size_t maximum_bytes) {
    if (text.size() <= maximum_bytes) return std::string{text};
    std::size_t end = text.rfind(' ', maximum_bytes);
    if (end == std::string_view::npos || end == 0) {
        end = maximum_bytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    }
    return std::string{text.substr(0, end)} + "…";
}

}  // namespace schakel
