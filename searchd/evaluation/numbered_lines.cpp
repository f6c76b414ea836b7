#include "searchd/evaluation/numbered_lines.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/utf8.hpp"

namespace schakel {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string place(const std::string& name, std::size_t line) { return fmt::format("{}:{}", name, line); }

std::size_t line_at(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
}

std::string_view cut_line(std::string_view& rest) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

bool holds_something(std::string_view line) {
    return !line.starts_with('#') && line.find_first_not_of(" \t") != std::string_view::npos;
}

}  // namespace

Result<std::vector<NumberedLine>> numbered_lines(const std::string& name, std::string_view text) {
    if (const auto offset = first_invalid_utf8(text))
        return fail(ErrorCode::invalid_utf8,
                    at_place(place(name, line_at(text, *offset)),
                             {"deze regel is geen geldige UTF-8", "this line is not valid UTF-8"}),
                    {"sla het bestand op als UTF-8", "save the file as UTF-8"});
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    std::vector<NumberedLine> lines;
    for (std::size_t number = 1; !text.empty(); ++number)
        if (const std::string_view line = cut_line(text); holds_something(line)) lines.push_back({number, line});
    return lines;
}

std::vector<std::string_view> split(std::string_view line, std::string_view separators, bool merge) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0; start <= line.size();) {
        const std::size_t end = std::min(line.find_first_of(separators, start), line.size());
        if (end > start || !merge) parts.push_back(line.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

tl::unexpected<Error> malformed_line(const std::string& name, std::size_t line, const Text& message, Text hint) {
    return fail(ErrorCode::malformed, at_place(place(name, line), message), std::move(hint));
}

}  // namespace schakel
