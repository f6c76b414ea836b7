// Addresses: URL, e-mail, ECLI.
#include <algorithm>

#include "analyzers/tokenizer/reference.hpp"
#include "analyzers/tokenizer/signs.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_mailbox = 64;  // RFC 5321, 4.5.3.1.1; it also bounds the work on text without spaces
constexpr std::size_t longest_domain = 255;  // RFC 5321, 4.5.3.1.2
constexpr std::size_t longest_ecli = 100;    // the standard allows 5 + 3 + 8 + 5 + 26 characters

/// In the local part of a mailbox and in the name of a host.
bool address_goes_on(std::string_view text, std::size_t at) {
    return word_goes_on(text, at) ||
           (at < text.size() && std::string_view("-._~%+").find(text[at]) != std::string_view::npos);
}

std::size_t skip_address(std::string_view text, std::size_t at, std::size_t limit) {
    while (at < limit && address_goes_on(text, at)) ++at;
    return at;
}

/// An URL goes on to the next space, angle bracket or quotation mark, also a typographic one.
bool url_goes_on(std::string_view text, std::size_t at) {
    if (at >= text.size() || std::string_view(" \t\r\n<>\"").find(text[at]) != std::string_view::npos) return false;
    return is_ascii(text[at]) || word_goes_on(text, at);
}

std::size_t trim_sentence_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin && std::string_view(".,;:!?)]}'\"").find(text[end - 1]) != std::string_view::npos) --end;
    return end;
}

/// Where the address without its scheme starts; 0 when none stands at `at`.
std::size_t behind_scheme(std::string_view text, std::size_t at) {
    for (const std::string_view scheme : {"http://", "https://", "www."})
        if (has_at(text, at, scheme)) return at + scheme.size();
    return 0;
}

/// The site without www, and behind the resolver of DOIs the DOI itself.
void add_host(std::string_view text, std::size_t host, Reference& found) {
    if (has_at(text, host, "www.")) host += 4;
    const std::size_t end = skip_address(text, host, found.end);
    if (end > host) found.add_part(host, end);
    const bool resolver = has_at(text, host, "doi.org/10.") || has_at(text, host, "dx.doi.org/10.");
    if (resolver) found.add_part(end + 1, found.end);
}

bool find_url(std::string_view text, std::size_t at, Reference& found) {
    const std::size_t start = behind_scheme(text, at);
    if (start == 0) return false;
    std::size_t end = start;
    while (url_goes_on(text, end)) ++end;
    end = trim_sentence_punctuation(text, start, end);
    if (end == start) return false;
    found.restart(at);
    found.end = end;
    add_host(text, text[start - 1] == '/' ? start : at, found);
    return true;
}

bool find_ecli(std::string_view text, std::size_t at, Reference& found) {
    if (!has_at(text, at, "ecli:")) return false;
    const std::size_t limit = std::min(text.size(), at + longest_ecli);
    std::size_t end = at + 5;
    while (end < limit && (word_goes_on(text, end) || text[end] == ':' || text[end] == '.')) ++end;
    end = trim_sentence_punctuation(text, at, end);
    const std::string_view number = text.substr(at, end - at);
    if (std::count(number.begin(), number.end(), ':') < 3 || word_goes_on(text, end)) return false;
    found.restart(at);
    found.end = end;
    return true;
}

}  // namespace

bool find_address(std::string_view text, std::size_t at, Reference& found) {
    const char first = to_lower(byte_at(text, at));
    if (first == 'e') return find_ecli(text, at, found);
    return (first == 'h' || first == 'w') && find_url(text, at, found);
}

bool find_email(std::string_view text, std::size_t at, Reference& found) {
    const std::size_t limit = std::min(text.size(), at + longest_mailbox);
    const std::size_t sign = skip_address(text, at, limit);
    if (sign == at || sign >= limit || text[sign] != '@') return false;
    std::size_t end = skip_address(text, sign + 1, std::min(text.size(), sign + 1 + longest_domain));
    end = trim_sentence_punctuation(text, sign + 1, end);
    const std::string_view domain = text.substr(sign + 1, end - sign - 1);
    if (domain.find('.') == std::string_view::npos || word_goes_on(text, end)) return false;
    found.restart(at);
    found.end = end;
    found.add_part(sign + 1, end);
    return true;
}

}  // namespace schakel
