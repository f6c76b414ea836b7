#include "analyzers/tokenizer/text_word.hpp"

#include <fmt/format.h>

namespace schakel {

namespace {

std::string_view slice(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin);
}

std::string marks_of(const TextWord& word) {
    std::string marks;
    if (word.kind == TextWordKind::number) marks += "/num";
    if (word.kind == TextWordKind::reference) marks += "/ref";
    if (word.open_left) marks += "/open-left";
    if (word.open_right) marks += "/open-right";
    if (word.hyphen_before) marks += "/hyphen";
    return marks;
}

std::string to_text(const ReferencePart& part, std::string_view text) {
    const std::string_view written = part.written.empty() ? slice(text, part.begin, part.end) : part.written;
    return fmt::format("{}{{{}-{}}}@{}", written, part.begin, part.end, part.position);
}

}  // namespace

std::uint32_t TextWord::positions() const { return parts.empty() ? 1 : parts.back().position + 1; }

std::string to_text(const TextWord& word, std::string_view text) {
    std::string out = fmt::format("{}{{{}-{}}}{}", word.written, word.begin, word.end, marks_of(word));
    if (!word.shorter.empty()) out += fmt::format(" or:{}", word.shorter);
    std::string parts;
    for (const ReferencePart& part : word.parts) parts += (parts.empty() ? "" : " ") + to_text(part, text);
    return parts.empty() ? out : out + " [" + parts + ']';
}

}  // namespace schakel
