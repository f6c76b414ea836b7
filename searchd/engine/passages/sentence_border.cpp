#include "searchd/engine/passages/sentence_border.hpp"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "config/utf8.hpp"

namespace schakel {

namespace {

/// Abbreviations behind which a sentence goes on, also with a capital or a number. Those of single letters ("m.b.t.", "o.a.") are
/// known by their shape. In order of the alphabet.
constexpr std::array<std::string_view, 56> abbreviations{
    "aant", "afb", "afd", "alg", "arr", "art",  "artt", "bijl", "bijv", "blz",  "btw",   "bv",  "ca",  "chr",
    "def",  "dhr", "dr",  "drs", "dwz", "excl", "fam",  "fig",  "gem",  "hfst", "hfdst", "hr",  "i",   "incl",
    "ing",  "ir",  "jhr", "jl",  "jr",  "max",  "mevr", "min",  "mld",  "mln",  "mr",    "mw",  "nl",  "nr",
    "nrs",  "opm", "par", "pag", "plm", "prof", "red",  "resp", "st",   "tel",  "vgl",   "vlg", "vnl", "zgn"};

constexpr std::size_t longest_abbreviation = 12;  // bytes, "m.b.t" included
constexpr std::size_t full_line =
    45;  // bytes; a line that ends earlier was ended on purpose: a heading, an item of a list

bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
bool is_space(char c) { return c == ' ' || c == '\t' || is_line_end(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// The signs that end at `to`, back to white space; no longer than an abbreviation can be.
std::string_view signs_before(std::string_view text, std::size_t to) {
    std::size_t from = to;
    while (from > 0 && to - from <= longest_abbreviation && !is_space(text[from - 1]) && text[from - 1] != '(') --from;
    return text.substr(from, to - from);
}

bool is_abbreviation(std::string_view signs) {
    if (signs.empty() || signs.size() > longest_abbreviation) return false;
    if (signs.size() == 1) return is_letter(signs.front());                                 // an initial
    if (signs.find('.') != std::string_view::npos && is_letter(signs.back())) return true;  // m.b.t
    std::array<char, longest_abbreviation> lower{};
    std::transform(signs.begin(), signs.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    const std::string_view folded(lower.data(), signs.size());
    return std::find(abbreviations.begin(), abbreviations.end(), folded) != abbreviations.end();
}

/// "1." and "12." at the start of a line are the number of what follows.
bool is_list_number(std::string_view text, std::size_t to) {
    std::size_t from = to;
    while (from > 0 && to - from < 3 && is_digit(text[from - 1])) --from;
    return from < to && to - from < 3 && (from == 0 || is_line_end(text[from - 1]));
}

bool begins_small(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const auto letter = next_code_point(text, at);
    return letter && u_islower(static_cast<UChar32>(*letter)) != 0;
}

bool begins_list_item(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < 3 && is_digit(text[end])) ++end;
    return end > at && end < text.size() && (text[end] == '.' || text[end] == ')');
}

/// `line_end` is where the first line end between the words stands, at or behind `from`.
bool ends_paragraph(std::string_view text, std::size_t from, std::size_t line_end, std::size_t to) {
    std::size_t next = line_end + (text.substr(line_end, 2) == "\r\n" ? 2 : 1);
    while (next < to && (text[next] == ' ' || text[next] == '\t')) ++next;
    if (next < to && !is_space(text[next]) && text[next] != '(' && text[next] != '"') return true;  // a bullet
    if (next < to && is_line_end(text[next])) return true;                                          // an empty line
    if (begins_list_item(text, to)) return true;
    const std::size_t nearest = from - std::min(from, full_line);
    return std::any_of(text.begin() + static_cast<std::ptrdiff_t>(nearest),
                       text.begin() + static_cast<std::ptrdiff_t>(from), is_line_end) ||
           nearest == 0;
}

}  // namespace

bool ends_sentence(std::string_view text, std::size_t from, std::size_t to) {
    if (to <= from) return false;          // what the text implies overlaps its words
    constexpr std::size_t farthest = 400;  // behind so many signs without letters comes something else
    const std::string_view between = text.substr(from, to - from);
    if (between.size() > farthest) return true;
    const std::size_t line_end = between.find_first_of("\n\r\f\v");
    if (line_end != std::string_view::npos && ends_paragraph(text, from, from + line_end, to)) return true;
    const std::size_t mark = between.find_first_of(".!?");
    if (mark == std::string_view::npos) return false;
    const std::string_view behind = between.substr(mark);
    if (std::none_of(behind.begin(), behind.end(), is_space) || begins_small(text, to)) return false;
    if (between[mark] != '.') return true;
    return !is_abbreviation(signs_before(text, from + mark)) && !is_list_number(text, from + mark);
}

}  // namespace schakel
