#include "corpus/readers/pdf/line_end_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include <unicode/uchar.h>
#include <xxhash.h>

#include "config/utf8.hpp"

namespace schakel {

namespace {

constexpr std::string_view soft_hyphen = "\u00AD";
constexpr std::string_view white_space = " \n";

std::uint64_t hash_of(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

bool is_letter_at(std::string_view text, std::size_t at) {
    const auto c = next_code_point(text, at);
    return c && u_isalpha(static_cast<UChar32>(*c)) != 0;
}

bool is_lower_at(std::string_view text, std::size_t at) {
    const auto c = next_code_point(text, at);
    return c && u_islower(static_cast<UChar32>(*c)) != 0;
}

/// A word without the signs around it; what stands in it, such as a hyphen, stays.
std::string_view bare(std::string_view word) {
    constexpr std::string_view signs = ".,:;!?()[]\"'<>|/*";
    const std::size_t begin = word.find_first_not_of(signs);
    if (begin == std::string_view::npos) return {};
    return word.substr(begin, word.find_last_not_of(signs) + 1 - begin);
}

/// The letters at the start of `text`, and hyphens between them.
std::string_view leading_word(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && (text[end] == '-' || is_letter_at(text, end))) next_code_point(text, end);
    while (end > 0 && text[end - 1] == '-') --end;
    return text.substr(0, end);
}

/// The last word of a line, without a bracket or quotation mark in front; empty when it is too long to be one.
std::string_view last_word(std::string_view line) {
    constexpr std::string_view openings = "([\"'<";
    constexpr std::size_t longest_word = 100;  // bytes
    line = line.substr(line.size() - std::min(line.size(), longest_word));
    const std::size_t space = line.find_last_of(white_space);
    if (space == std::string_view::npos && line.size() == longest_word) return {};
    const std::string_view word = line.substr(space == std::string_view::npos ? 0 : space + 1);
    return word.substr(std::min(word.find_first_not_of(openings), word.size()));
}

/// Words before which a hyphen stands for the end of a word that comes later.
bool continues_enumeration(std::string_view word) {
    constexpr std::array<std::string_view, 14> words{"en",      "of",   "tot",  "dan", "danwel", "respectievelijk",
                                                     "alsmede", "maar", "noch", "als", "ook",    "and",
                                                     "or",      "und"};
    return std::ranges::find(words, word) != words.end();
}

/// Moves the rest of a broken word from the start of `next` to the end of `text`. Returns how much of `next` is done with.
std::size_t move_up(std::string& text, std::string_view next) {
    const std::size_t end = std::min(next.find_first_of(white_space), next.size());
    text += next.substr(0, end);
    if (end == next.size() || next[end] == '\n') return end;
    text += '\n';
    return end + 1;
}

}  // namespace

void LineEndWords::learn(std::string_view text) {
    constexpr std::size_t most_words = 2'000'000;
    while (!text.empty() && words_.size() < most_words) {
        const std::size_t end = std::min(text.find_first_of(white_space), text.size());
        const std::string_view word = bare(text.substr(0, end));
        if (!word.empty() && word.back() != '-') words_.insert(hash_of(word));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

bool LineEndWords::knows(std::string_view word) const { return words_.contains(hash_of(word)); }

LineEndWords::Hyphen LineEndWords::hyphen_between(std::string_view line, std::string_view next) const {
    if (next.empty()) return Hyphen::left;
    if (line.ends_with(soft_hyphen)) return is_letter_at(next, 0) ? Hyphen::soft : Hyphen::left;
    const std::string_view second = leading_word(next);
    if (!line.ends_with('-') || !is_lower_at(next, 0) || continues_enumeration(second)) return Hyphen::left;
    const std::string broken{last_word(line)};
    const std::string first = broken.substr(0, broken.empty() ? 0 : broken.size() - 1);
    if (first.size() < 2 || leading_word(first) != first) return Hyphen::left;
    if (knows(broken + std::string{second})) return Hyphen::spelled;
    return knows(first + std::string{second}) ? Hyphen::printed : Hyphen::left;
}

std::size_t LineEndWords::join(std::string& text, std::string_view next) const {
    switch (hyphen_between(text, next)) {
        case Hyphen::soft: text.resize(text.size() - soft_hyphen.size()); break;
        case Hyphen::printed: text.pop_back(); break;
        case Hyphen::spelled: break;
        case Hyphen::left: text += '\n'; return 0;
    }
    return move_up(text, next);
}

std::string LineEndWords::joined(std::string_view text) const {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        result += text.substr(0, end);
        text.remove_prefix(end);
        if (text.size() < 2 || text[1] == '\n') {  // the last line of a paragraph
            const std::size_t border = std::min(text.find_first_not_of('\n'), text.size());
            result += text.substr(0, border);
            text.remove_prefix(border);
            continue;
        }
        text.remove_prefix(1);
        text.remove_prefix(join(result, text));
    }
    return result;
}

}  // namespace schakel
