#include "corpus/language_tag.hpp"

#include <algorithm>
#include <cstddef>

namespace schakel {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter_or_digit(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool is_language(std::string_view part) {
    return (part.size() == 2 || part.size() == 3) && std::ranges::all_of(part, is_letter);
}

bool is_further_part(std::string_view part) {
    return part.size() >= 2 && part.size() <= 8 && std::ranges::all_of(part, is_letter_or_digit);
}

/// Regions are upper case, scripts have one capital (RFC 5646, section 2.1.1).
std::string in_usual_case(std::string_view part, bool is_first) {
    std::string text{part};
    std::ranges::transform(text, text.begin(), !is_first && part.size() == 2 ? upper : lower);
    if (!is_first && part.size() == 4) text.front() = upper(text.front());
    return text;
}

}  // namespace

std::optional<std::string> language_tag(std::string_view written) {
    constexpr std::size_t longest_tag = 35;  // RFC 5646, section 4.4.1
    if (written.size() > longest_tag) return std::nullopt;
    std::string tag;
    for (bool has_more = true; has_more;) {
        const std::size_t end = written.find('-');
        const std::string_view part = written.substr(0, end);
        if (tag.empty() ? !is_language(part) : !is_further_part(part)) return std::nullopt;
        tag += (tag.empty() ? "" : "-") + in_usual_case(part, tag.empty());
        has_more = end != std::string_view::npos;
        if (has_more) written.remove_prefix(end + 1);
    }
    return tag;
}

}  // namespace schakel
