// What begins with a digit: articles, ranges, dates, ages, amounts.
#include <algorithm>
#include <array>

#include "analyzers/tokenizer/publication_number.hpp"
#include "analyzers/tokenizer/reference.hpp"
#include "analyzers/tokenizer/signs.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_numbers = 16;       // joined into one reference; bounds the work on 1-1-1-1-…
constexpr std::size_t most_thousands = 6;      // groups of three digits in an amount
constexpr std::size_t longest_age = 2;         // digits
constexpr std::size_t longest_range_year = 4;  // digits

std::string_view between(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin);
}

/// An ending of people of some age: 65+'ers, 65+ers.
std::size_t skip_people(std::string_view text, std::size_t at) {
    const std::size_t begin = at + apostrophe_length(text, at);
    for (const std::string_view ending : {"ers", "er"})
        if (has_at(text, begin, ending) && !word_goes_on(text, begin + ending.size())) return begin + ending.size();
    return at;
}

/// 65+, 65+'ers, and 18- where nothing else follows ("18-/18+", but not "18-jarige" and "16-, 17- en 18-jarigen").
bool find_signed_age(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found) {
    const bool plus = byte_at(text, digits_end) == '+';
    const std::size_t sign = plus ? 1 : dash_length(text, digits_end);
    if (sign == 0) return false;
    std::size_t end = digits_end + sign;
    if (plus) end = skip_people(text, end);
    if (word_goes_on(text, end)) return false;
    if (!plus && end < text.size() && text[end] != '/') return false;
    found.restart(at);
    found.end = end;
    if (end > digits_end + sign) found.written = std::string(between(text, at, digits_end)) + '+';
    found.add_part(at, digits_end);
    return true;
}

/// 65-plus, 65plus, 65-plussers: all meet 65+.
bool find_plus_age(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found) {
    const std::size_t word = digits_end + dash_length(text, digits_end);
    if (!has_at(text, word, "plus")) return false;
    std::size_t end = word + 4;
    for (const std::string_view ending : {"sers", "ser", "sche"})
        if (has_at(text, word + 4, ending) && end == word + 4) end += ending.size();
    if (word_goes_on(text, end)) return false;
    found.restart(at);
    found.end = end;
    found.written = std::string(between(text, at, digits_end)) + '+';
    found.add_part(at, digits_end);
    found.add_part(word, end);
    return true;
}

bool find_age(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found) {
    if (digits_end - at > longest_age) return false;
    return find_plus_age(text, at, digits_end, found) || find_signed_age(text, at, digits_end, found);
}

bool is_period_of_life(std::string_view text, std::size_t at) {
    for (const std::string_view unit : {" jaar", " jarig", "-jarig", " maand", " weken"})
        if (has_at(text, at, unit)) return true;
    return false;
}

/// 2023 – 2027, and 0 – 4 before "jaar": written as without the spaces.
bool find_spaced_range(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found) {
    const std::size_t digits = digits_end - at;
    const std::size_t dash = byte_at(text, digits_end) == ' ' ? dash_length(text, digits_end + 1) : 0;
    if (dash == 0 || byte_at(text, digits_end + 1 + dash) != ' ' || digits > longest_range_year) return false;
    const std::size_t second = digits_end + dash + 2;
    const std::size_t end = skip_digits(text, second);
    const std::string_view from = between(text, at, digits_end);
    const std::string_view to = between(text, second, end);
    const bool rises = to.size() > from.size() || (to.size() == from.size() && from < to);
    const bool years = from.size() == 4 && to.size() == 4 && (from[0] == '1' || from[0] == '2');
    const bool ages = to.size() <= longest_age && is_period_of_life(text, end);
    if (to.empty() || !rises || !(years || ages) || word_goes_on(text, end)) return false;
    found.restart(at);
    found.end = end;
    found.written = std::string(from) + '-' + std::string(to);
    found.add_part(at, digits_end);
    found.add_part(second, end);
    return true;
}

/// Where ,50 ends; `at` when no cents stand there.
std::size_t skip_cents(std::string_view text, std::size_t at) {
    if (byte_at(text, at) != ',') return at;
    const std::size_t end = skip_digits(text, at + 1);
    return end - at > 1 && end - at <= 3 && !word_goes_on(text, end) ? end : at;
}

/// 1.250 and 1.250,00 are also found as 1250, and 1.500,50 as 1500,50.
bool find_amount(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found) {
    if (digits_end - at > 3) return false;
    found.restart(at);
    found.add_part(at, digits_end);
    std::string plain(between(text, at, digits_end));
    std::size_t end = digits_end;
    while (byte_at(text, end) == '.' && skip_digits(text, end + 1) == end + 4) {
        if (found.parts.size() > most_thousands) return false;
        plain += between(text, end + 1, end + 4);
        found.add_part(end + 1, end + 4);
        end += 4;
    }
    const bool goes_on = byte_at(text, end) == '.' && is_digit(byte_at(text, end + 1));
    if (end == digits_end || goes_on || word_goes_on(text, end) || plain[0] == '0') return false;
    found.end = skip_cents(text, end);
    if (found.end > end) found.add_part(end + 1, found.end);
    if (between(text, end, found.end) != ",00") plain += between(text, end, found.end);
    found.parts.insert(found.parts.begin(), {at, found.end, 0, plain});
    return true;
}

/// 1250,00 is also found as 1250.
bool find_whole_amount(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found) {
    const std::size_t end = skip_cents(text, digits_end);
    if (between(text, digits_end, end) != ",00") return false;
    found.restart(at);
    found.end = end;
    found.add_part(at, digits_end);
    return true;
}

/// Digits joined by single . : / or dashes, optionally closed by one letter: 2.3.2, 3:40, 0-4, 12-05-2015, 2.1.1a.
bool find_joined_numbers(std::string_view text, std::size_t at, std::size_t digits_end, Reference& found) {
    found.restart(at);
    found.add_part(at, digits_end);
    std::size_t end = digits_end;
    while (found.parts.size() < most_numbers) {
        const char sign = byte_at(text, end);
        const std::size_t width = sign == '.' || sign == ':' || sign == '/' ? 1 : dash_length(text, end);
        if (width == 0 || !is_digit(byte_at(text, end + width))) break;
        const std::size_t begin = end + width;
        end = skip_digits(text, begin);
        found.add_part(begin, end);
    }
    if (found.parts.size() == 1) return false;
    if (word_goes_on(text, end) && !is_digit(text[end]) && !word_goes_on(text, end + 1)) ++end;
    if (word_goes_on(text, end)) return false;
    found.end = end;
    return true;
}

}  // namespace

bool find_number_reference(std::string_view text, std::size_t at, Reference& found) {
    using Rule = bool (*)(std::string_view, std::size_t, std::size_t, Reference&);
    static constexpr std::array<Rule, 8> rules{find_doi,    find_isbn,         find_file_number,    find_spaced_range,
                                               find_amount, find_whole_amount, find_joined_numbers, find_age};
    const std::size_t digits_end = skip_digits(text, at);
    const char next = byte_at(text, digits_end);
    const bool isbn_digits = digits_end - at == 13 || digits_end - at == 10;
    if (!isbn_digits && (next == '\0' || next == '\n')) return false;
    return std::any_of(rules.begin(), rules.end(), [&](Rule rule) { return rule(text, at, digits_end, found); });
}

}  // namespace schakel
