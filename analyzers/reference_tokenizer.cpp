#include "analyzers/reference_tokenizer.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace schakel {

namespace {

constexpr std::size_t longest_mailbox = 64;  // RFC 5321, 4.5.3.1.1; it also bounds the work on text without spaces
constexpr std::size_t most_numbers = 16;     // joined into one reference; bounds the work on 1-1-1-1-…

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_word(char c) { return is_digit(c) || is_letter(c); }

/// Length of the dash at `at` (ASCII hyphen, hyphen U+2010, non-breaking hyphen U+2011, en dash U+2013), or 0.
std::size_t dash_length(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == '-') return 1;
    for (std::string_view dash : {"\u2010", "\u2011", "\u2013"})
        if (text.substr(at).starts_with(dash)) return dash.size();
    return 0;
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

/// General punctuation (U+2000–U+206F) and Latin-1 signs are not letters although their bytes are above 0x7F.
bool word_goes_on(std::string_view text, std::size_t at) {
    if (at >= text.size() || !is_word(text[at])) return false;
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead == 0xC2) return false;
    return lead != 0xE2 || at + 1 >= text.size() || static_cast<unsigned char>(text[at + 1]) > 0x81;
}

/// In the local part of a mailbox and in the name of a host.
bool address_goes_on(std::string_view text, std::size_t at) {
    if (word_goes_on(text, at)) return true;
    return at < text.size() && std::string_view("-._~%+").find(text[at]) != std::string_view::npos;
}

/// An URL goes on to the next space, angle bracket or quotation mark, also a typographic one.
bool url_goes_on(std::string_view text, std::size_t at) {
    if (at >= text.size() || std::string_view(" \t\r\n<>\"").find(text[at]) != std::string_view::npos) return false;
    return !is_letter(text[at]) || word_goes_on(text, at);
}

bool starts_with_folded(std::string_view text, std::size_t at, std::string_view lower) {
    if (text.size() - at < lower.size()) return false;
    return std::equal(lower.begin(), lower.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char want, char have) {
                          return want == (have >= 'A' && have <= 'Z' ? static_cast<char>(have + 32) : have);
                      });
}

std::size_t trim_sentence_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin && std::string_view(".,;:!?)]}'\"").find(text[end - 1]) != std::string_view::npos) --end;
    return end;
}

Reference address_host(std::string_view text, std::size_t begin, std::size_t host, std::size_t end) {
    Reference found{begin, end, {}};
    if (starts_with_folded(text, host, "www.")) host += 4;
    std::size_t host_end = host;
    while (host_end < end && address_goes_on(text, host_end)) ++host_end;
    if (host_end > host) found.parts.push_back({host, host_end});
    return found;
}

Reference url_at(std::string_view text, std::size_t at) {
    std::size_t start = at;
    for (std::string_view scheme : {"http://", "https://", "www."})
        if (starts_with_folded(text, at, scheme)) start = at + scheme.size();
    if (start == at) return {};
    std::size_t end = start;
    while (url_goes_on(text, end)) ++end;
    end = trim_sentence_punctuation(text, start, end);
    const std::size_t host = text[start - 1] == '/' ? start : at;
    return end > start ? address_host(text, at, host, end) : Reference{};
}

Reference email_at(std::string_view text, std::size_t at) {
    const std::size_t limit = std::min(text.size(), at + longest_mailbox);
    std::size_t sign = at;
    while (sign < limit && address_goes_on(text, sign)) ++sign;
    if (sign == at || sign >= limit || text[sign] != '@') return {};
    std::size_t end = sign + 1;
    while (address_goes_on(text, end)) ++end;
    end = trim_sentence_punctuation(text, sign + 1, end);
    const bool has_dot = text.substr(sign + 1, end - sign - 1).find('.') != std::string_view::npos;
    return has_dot ? Reference{at, end, {{sign + 1, end}}} : Reference{};
}

Reference ecli_at(std::string_view text, std::size_t at) {
    if (!starts_with_folded(text, at, "ecli:")) return {};
    std::size_t end = at + 5;
    while (word_goes_on(text, end) || (end < text.size() && (text[end] == ':' || text[end] == '.'))) ++end;
    end = trim_sentence_punctuation(text, at, end);
    return std::count(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end),
                      ':') >= 3
               ? Reference{at, end, {}}
               : Reference{};
}

/// 18+, 65-plus is left to the word rules; a dash counts only when nothing follows it ("18-/18+", not "18-jarige").
Reference age_at(std::string_view text, std::size_t digits_end, std::size_t at) {
    if (digits_end - at > 2 || digits_end >= text.size()) return {};
    const std::size_t sign = text[digits_end] == '+' ? 1 : dash_length(text, digits_end);
    if (sign == 0 || word_goes_on(text, digits_end + sign)) return {};
    const bool open_range =
        text[digits_end] != '+' && digits_end + sign < text.size() && text[digits_end + sign] != '/';
    return open_range ? Reference{} : Reference{at, digits_end + sign, {{at, digits_end}}};
}

/// Digits joined by single . : / or dashes, optionally closed by one letter: 2.3.2, 3:40, 0-4, 12-05-2015, 2.1.1a.
Reference joined_numbers_at(std::string_view text, std::size_t at) {
    if (!is_digit(text[at])) return {};
    std::size_t end = skip_digits(text, at);
    Reference found{at, end, {{at, end}}};
    while (end < text.size() && found.parts.size() < most_numbers) {
        const bool joins = text[end] == '.' || text[end] == ':' || text[end] == '/';
        const std::size_t width = joins ? 1 : dash_length(text, end);
        if (width == 0 || end + width >= text.size() || !is_digit(text[end + width])) break;
        const std::size_t begin = end + width;
        end = skip_digits(text, begin);
        found.parts.push_back({begin, end});
    }
    if (found.parts.size() == 1) return age_at(text, end, at);
    if (word_goes_on(text, end) && !is_digit(text[end]) && !word_goes_on(text, end + 1)) ++end;
    if (word_goes_on(text, end)) return {};
    found.end = end;
    return found;
}

/// 's-Hertogenbosch, ’s-Gravenhage, 's-Heerenberg: `at` is the s behind the apostrophe.
Reference clipped_article_at(std::string_view text, std::size_t at) {
    if (text[at] != 's' && text[at] != 'S') return {};
    const std::string_view before = text.substr(0, at);
    const bool apostrophe = before.ends_with('\'') || before.ends_with("\u2019") || before.ends_with("\u2018");
    const std::size_t dash = dash_length(text, at + 1);
    if (!apostrophe || dash == 0 || !word_goes_on(text, at + 1 + dash)) return {};
    const std::size_t name = at + 1 + dash;
    std::size_t end = name;
    while (word_goes_on(text, end) && dash_length(text, end) == 0) ++end;
    return Reference{before.ends_with('\'') ? at - 1 : at - 3, end, {{name, end}}};
}

}  // namespace

Reference reference_at(std::string_view text, std::size_t at) {
    using Rule = Reference (*)(std::string_view, std::size_t);
    static constexpr std::array<Rule, 5> rules{url_at, email_at, ecli_at, joined_numbers_at, clipped_article_at};
    for (const Rule rule : rules)
        if (Reference found = rule(text, at)) return found;
    return {};
}

}  // namespace schakel
