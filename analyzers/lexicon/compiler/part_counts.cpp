#include "analyzers/lexicon/compiler/part_counts.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schakel {

namespace {

constexpr std::size_t shortest_part = 2;
constexpr std::size_t shortest_rest = 3;
constexpr std::array<std::string_view, 7> links = {"", "s", "e", "en", "er", "n", "-"};

void add_once(std::vector<FormNumber>& parts, FormNumber part) {
    if (std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
}

/// The parts of one word, each once: in front and at the end.
struct Parts {
    std::vector<FormNumber> front;
    std::vector<FormNumber> back;
};

void add_split(const WordList& words, FormNumber first, std::string_view rest, Parts& parts) {
    const std::size_t first_length = words[first].text.size();
    for (const std::string_view link : links) {
        if (!rest.starts_with(link) || rest.size() < link.size() + shortest_part) continue;
        const auto second = words.find(rest.substr(link.size()));
        if (!second) continue;
        if (words[*second].text.size() >= shortest_rest) add_once(parts.front, first);
        if (first_length >= shortest_rest) add_once(parts.back, *second);
    }
}

}  // namespace

bool is_form_of(FormNumber word, FormNumber part, const std::vector<Origin>& origins) {
    return origins[word].lemma == origins[part].lemma || origins[word].base == origins[part].lemma;
}

std::vector<PartCount> count_parts(const WordList& words, const std::vector<Origin>& origins) {
    std::vector<PartCount> counts(words.size());
    Parts parts;
    for (FormNumber word = 0; word < words.size(); ++word) {
        const std::string_view text = words[word].text;
        parts.front.clear();
        parts.back.clear();
        for (std::size_t length = shortest_part; length + shortest_part <= text.size(); ++length)
            if (const auto first = words.find(text.substr(0, length)); first && !is_form_of(word, *first, origins))
                add_split(words, *first, text.substr(length), parts);
        for (const FormNumber part : parts.front) ++counts[part].begins;
        for (const FormNumber part : parts.back) ++counts[part].ends;
    }
    return counts;
}

std::uint8_t on_log_scale(double count) {
    return static_cast<std::uint8_t>(std::min(255.0, std::round(8.0 * std::log2(1.0 + count))));
}

}  // namespace schakel
