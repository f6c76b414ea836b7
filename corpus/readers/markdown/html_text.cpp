#include "corpus/readers/markdown/html_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace schakel {

namespace {

/// The named references that Dutch texts use; HTML knows 2,231.
constexpr std::array<std::pair<std::string_view, std::string_view>, 44> named_references{{
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},    {"quot", "\""},  {"apos", "'"},   {"nbsp", " "},
    {"shy", ""},     {"euro", "€"},   {"copy", "©"},  {"reg", "®"},    {"deg", "°"},    {"middot", "·"},
    {"bull", "•"},   {"hellip", "…"}, {"ndash", "–"}, {"mdash", "—"},  {"lsquo", "‘"},  {"rsquo", "’"},
    {"ldquo", "“"},  {"rdquo", "”"},  {"bdquo", "„"}, {"laquo", "«"},  {"raquo", "»"},  {"aacute", "á"},
    {"agrave", "à"}, {"acirc", "â"},  {"auml", "ä"},  {"eacute", "é"}, {"egrave", "è"}, {"ecirc", "ê"},
    {"euml", "ë"},   {"iacute", "í"}, {"icirc", "î"}, {"iuml", "ï"},   {"oacute", "ó"}, {"ocirc", "ô"},
    {"ouml", "ö"},   {"uacute", "ú"}, {"ucirc", "û"}, {"uuml", "ü"},   {"ccedil", "ç"}, {"ntilde", "ñ"},
    {"times", "×"},  {"rarr", "→"},
}};

constexpr std::array<std::string_view, 16> inline_tags{"a",    "abbr", "b",     "cite",   "code", "em",  "i", "kbd",
                                                       "mark", "q",    "small", "strong", "sub",  "sup", "u", "span"};

std::string utf8(std::uint32_t code_point) {
    std::string text;
    const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code_point < 0x80) {
        add(code_point);
    } else if (code_point < 0x800) {
        add(0xC0U | (code_point >> 6U));
        add(0x80U | (code_point & 0x3FU));
    } else if (code_point < 0x10000) {
        add(0xE0U | (code_point >> 12U));
        add(0x80U | ((code_point >> 6U) & 0x3FU));
        add(0x80U | (code_point & 0x3FU));
    } else {
        add(0xF0U | (code_point >> 18U));
        add(0x80U | ((code_point >> 12U) & 0x3FU));
        add(0x80U | ((code_point >> 6U) & 0x3FU));
        add(0x80U | (code_point & 0x3FU));
    }
    return text;
}

constexpr bool is_character(std::uint32_t code_point) {
    return code_point > 0 && code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
}

/// `digits` is what stands behind `&#`.
std::string numbered_character(std::string_view digits) {
    const bool is_hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    if (is_hexadecimal) digits.remove_prefix(1);
    std::uint32_t code_point = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code_point, is_hexadecimal ? 16 : 10);
    const bool is_sound = error == std::errc{} && end == digits.data() + digits.size() && is_character(code_point);
    return is_sound ? utf8(code_point) : std::string{};
}

/// Length of the reference at the start of `text`, from `&` to `;`; 0 when there is none.
std::size_t reference_length(std::string_view text) {
    if (!text.starts_with('&')) return 0;
    const std::size_t end = text.find_first_of("; \t\r\n&<", 1);
    return end == std::string_view::npos || text[end] != ';' ? 0 : end + 1;
}

std::string with_references_decoded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = reference_length(text.substr(at));
        if (length == 0) {
            result += text[at++];
        } else {
            result += decoded_reference(text.substr(at, length));
            at += length;
        }
    }
    return result;
}

/// The name in a tag that starts at the start of `tag`: "td" for `<td>`, `</TD>` and `<td class=…>`.
std::string tag_name(std::string_view tag) {
    std::string name;
    for (const char c : tag.substr(tag.starts_with("</") ? 2 : 1)) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool is_digit = lower >= '0' && lower <= '9';
        if ((lower < 'a' || lower > 'z') && (!is_digit || name.empty())) break;
        name += lower;
    }
    return name;
}

std::size_t length_until(std::string_view html, std::string_view end) {
    const std::size_t found = html.find(end);
    return found == std::string_view::npos ? html.size() : found + end.size();
}

/// Length of the tag or comment at the start of `html`, with the content of scripts and styles.
std::size_t markup_length(std::string_view html, const std::string& name) {
    if (html.starts_with("<!--")) return length_until(html, "-->");
    if (html.starts_with("<script")) return length_until(html, "</script>");
    if (html.starts_with("<style")) return length_until(html, "</style>");
    const bool is_tag = !name.empty() || html.starts_with("<!") || html.starts_with("<?");
    return is_tag ? length_until(html, ">") : 0;
}

}  // namespace

std::string decoded_reference(std::string_view reference) {
    const bool is_reference = reference.size() > 2 && reference.front() == '&' && reference.back() == ';';
    if (!is_reference) return std::string{reference};
    const std::string_view name = reference.substr(1, reference.size() - 2);
    if (name.starts_with('#')) {
        const std::string character = numbered_character(name.substr(1));
        return character.empty() ? std::string{reference} : character;
    }
    const auto found = std::ranges::find(named_references, name, &std::pair<std::string_view, std::string_view>::first);
    return std::string{found == named_references.end() ? reference : found->second};
}

std::string html_text(std::string_view html) {
    std::string text;
    while (!html.empty()) {
        const std::string name = html.starts_with('<') ? tag_name(html) : std::string{};
        if (const std::size_t length = html.starts_with('<') ? markup_length(html, name) : 0; length > 0) {
            const bool is_inline = std::ranges::find(inline_tags, name) != inline_tags.end();
            if (!is_inline && !text.ends_with('\n')) text += '\n';
            html.remove_prefix(length);
            continue;
        }
        const std::size_t length = std::min(html.find('<', 1), html.size());
        text += with_references_decoded(html.substr(0, length));
        html.remove_prefix(length);
    }
    return text;
}

}  // namespace schakel
