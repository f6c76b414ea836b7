#include "searchd/engine/passages/line_kind.hpp"

#include <algorithm>

namespace schakel {

namespace {

constexpr std::size_t longest_line = 160;    // bytes; a longer one is running text
constexpr std::size_t longest_heading = 80;  // bytes
constexpr std::string_view spaces = " \t";

struct Line {
    std::string_view text;    // without white space around it
    bool alone_below = true;  // an empty line or the end of the text follows
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_line_end(char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

bool is_empty_behind(std::string_view text, std::size_t line_end) {
    if (line_end >= text.size()) return true;
    std::size_t next = line_end + (text.substr(line_end, 2) == "\r\n" ? 2 : 1);
    while (next < text.size() && spaces.find(text[next]) != std::string_view::npos) ++next;
    return next >= text.size() || is_line_end(text[next]);
}

Line line_at(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    std::size_t end = at;
    while (begin > 0 && at - begin <= longest_line && !is_line_end(text[begin - 1])) --begin;
    while (end < text.size() && end - at <= longest_line && !is_line_end(text[end])) ++end;
    Line line{text.substr(begin, end - begin), is_empty_behind(text, end)};
    line.text.remove_prefix(std::min(line.text.find_first_not_of(spaces), line.text.size()));
    line.text = line.text.substr(0, line.text.find_last_not_of(spaces) + 1);
    return line;
}

/// Dots that lead the eye to a page number, or a wide gap before it.
bool is_contents(std::string_view line) {
    if (line.empty() || !is_digit(line.back())) return false;
    if (line.find("....") != std::string_view::npos || line.find(". . .") != std::string_view::npos ||
        line.find("……") != std::string_view::npos)
        return true;
    std::size_t number = line.size();
    while (number > 0 && is_digit(line[number - 1])) --number;
    const std::string_view before = line.substr(0, number);
    return before.ends_with('\t') || before.ends_with("   ");
}

/// "# Kop" and "1.2 Kop".
bool is_marked_as_heading(std::string_view line) {
    if (line.front() == '#') return true;
    const std::size_t number = line.find_first_not_of("0123456789.");
    return number != std::string_view::npos && number > 0 && line[number] == ' ' && is_digit(line.front()) &&
           line.substr(0, number).find('.') != std::string_view::npos;
}

bool is_heading(const Line& line) {
    constexpr std::string_view closing = ".!?:;,)\"'";
    const std::string_view text = line.text;
    if (text.size() > longest_heading || closing.find(text.back()) != std::string_view::npos) return false;
    if (text.front() >= 'a' && text.front() <= 'z') return false;
    return is_marked_as_heading(text) || line.alone_below;
}

}  // namespace

LineKind kind_of_line(std::string_view text, std::size_t at) {
    const Line line = line_at(text, at);
    if (line.text.empty() || line.text.size() > longest_line) return LineKind::running;
    if (is_contents(line.text)) return LineKind::contents;
    return is_heading(line) ? LineKind::heading : LineKind::running;
}

}  // namespace schakel
