#include "analyzers/tokenizer/publication_number.hpp"

#include <algorithm>

#include "analyzers/tokenizer/signs.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_doi = 200;
constexpr std::size_t longest_written_isbn = 40;  // bytes, with dashes of three bytes
constexpr std::size_t reach_of_isbn = 12;         // bytes before the number in which the word ISBN may stand
constexpr std::size_t reach_of_dossier = 48;      // the same for "Kamerstukken II 2013/14, 33 841, nr. 3 en "

/// Whether `lower` stands in the `reach` bytes before `at`, on the same line.
bool stands_before(std::string_view text, std::size_t at, std::size_t reach, std::string_view lower) {
    for (std::size_t start = at; start > 0 && at - start < reach; --start) {
        if (text[start - 1] == '\n') return false;
        if (has_at(text, start - 1, lower)) return true;
    }
    return false;
}

bool is_doi_sign(char c) {
    return is_alphanumeric(c) || std::string_view("-._;()/:").find(c) != std::string_view::npos;
}

/// Sum of digit × weight as ISO 2108 prescribes; X counts for ten.
bool has_right_check_digit(std::string_view digits) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto digit = digits[i] == 'X' ? 10U : static_cast<unsigned>(digits[i] - '0');
        const unsigned weight = digits.size() == 10 ? 10U - static_cast<unsigned>(i) : i % 2 == 0 ? 1U : 3U;
        sum += digit * weight;
    }
    return sum % (digits.size() == 10 ? 11 : 10) == 0;
}

/// The digits at `at`, which single spaces or dashes may separate; `end` moves behind the last.
std::string spaced_digits(std::string_view text, std::size_t at, std::size_t most, std::size_t& end) {
    std::string digits;
    const std::size_t limit = std::min(text.size(), at + longest_written_isbn);
    while (at < limit && digits.size() < most) {
        const char c = text[at];
        const bool check = digits.size() == 9 && most == 10 && (c == 'X' || c == 'x');
        if (is_digit(c) || check) {
            digits += check ? 'X' : c;
            end = ++at;
            continue;
        }
        const std::size_t separator = c == ' ' ? 1 : dash_length(text, at);
        if (separator == 0 || at != end) break;
        at += separator;
    }
    return digits;
}

}  // namespace

bool find_doi(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found) {
    if (!has_at(text, at, "10.") || digits_end != at + 2) return false;
    const std::size_t slash = skip_digits(text, at + 3);
    if (slash < at + 7 || byte_at(text, slash) != '/') return false;
    std::size_t end = slash + 1;
    const std::size_t limit = std::min(text.size(), at + longest_doi);
    while (end < limit && is_doi_sign(text[end])) ++end;
    while (std::string_view(".;:)").find(text[end - 1]) != std::string_view::npos) --end;
    if (end == slash + 1 || word_goes_on(text, end)) return false;
    found.restart(at);
    found.end = end;
    return true;
}

bool find_isbn(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found) {
    const bool modern = has_at(text, at, "978") || has_at(text, at, "979");
    if (!modern && (digits_end - at > 10 || !stands_before(text, at, reach_of_isbn, "isbn"))) return false;
    const std::size_t most = modern ? 13 : 10;
    std::size_t end = at;
    std::string digits = spaced_digits(text, at, most, end);
    if (digits.size() != most || word_goes_on(text, end) || !has_right_check_digit(digits)) return false;
    found.restart(at);
    found.end = end;
    found.written = std::move(digits);
    return true;
}

bool find_file_number(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found) {
    if (digits_end != at + 2) return false;
    const std::size_t space = byte_at(text, digits_end) == ' ' ? 1 : has_at(text, digits_end, "\u00A0") ? 2 : 0;
    const std::size_t second = digits_end + space;
    const std::size_t end = skip_digits(text, second);
    if (space == 0 || end != second + 3 || word_goes_on(text, end)) return false;
    const bool numbered = has_at(text, end, ", nr") || has_at(text, end, ",nr") || has_at(text, end, " nr");
    if (!numbered && !stands_before(text, at, reach_of_dossier, "kamerstuk") &&
        !stands_before(text, at, reach_of_dossier, "dossier"))
        return false;
    found.restart(at);
    found.end = end;
    found.written = std::string(text.substr(at, 2)) + std::string(text.substr(second, 3));
    found.add_part(at, digits_end);
    found.add_part(second, end);
    return true;
}

}  // namespace schakel
