#include "searchd/http/accept_language.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "searchd/http/header_text.hpp"

namespace schakel {

namespace {

constexpr int whole = 1000;  // a weight of 1

/// A weight in thousandths: "0.8" is 800. Nothing when it is none.
std::optional<int> read_weight(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
    if (text.size() > 1 && text[1] != '.') return std::nullopt;
    int weight = (text[0] - '0') * whole;
    int unit = whole;
    for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (c < '0' || c > '9') return std::nullopt;
        weight += (c - '0') * (unit /= 10);
    }
    return weight <= whole ? std::optional(weight) : std::nullopt;
}

/// "en-GB;q=0.8": the language and how much it is liked.
struct LanguageRange {
    std::string_view tag;
    int weight = whole;
};

std::optional<LanguageRange> read_range(std::string_view item) {
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    LanguageRange range{trimmed_blanks(item.substr(0, semicolon))};
    if (semicolon == item.size()) return range;
    const std::string_view parameter = trimmed_blanks(item.substr(semicolon + 1));
    if (parameter.size() < 3 || (parameter[0] != 'q' && parameter[0] != 'Q') || parameter[1] != '=')
        return std::nullopt;
    const auto weight = read_weight(parameter.substr(2));
    if (!weight) return std::nullopt;
    range.weight = *weight;
    return range;
}

/// What a list says of one language: how much, and how early.
struct Liking {
    std::string_view tag;
    std::optional<int> weight;
    std::size_t place = 0;
};

bool is_language(std::string_view tag, std::string_view language) {
    return is_same_word(tag.substr(0, tag.find('-')), language);
}

void note(Liking& liking, const LanguageRange& range, std::size_t place) {
    if (!is_language(range.tag, liking.tag) || liking.weight.value_or(-1) >= range.weight) return;
    liking.weight = range.weight;
    liking.place = place;
}

}  // namespace

Language preferred_language(std::string_view header) {
    Liking dutch{"nl", {}, 0};
    Liking english{"en", {}, 0};
    Liking others{"*", {}, 0};
    std::size_t place = 0;
    for (std::string_view rest = header; !rest.empty(); ++place) {
        const auto range = read_range(take_item(rest));
        if (!range) continue;
        for (Liking* liking : {&dutch, &english, &others}) note(*liking, *range, place);
    }
    const int any_weight = others.weight.value_or(0);
    const int dutch_weight = dutch.weight.value_or(any_weight);
    const int english_weight = english.weight.value_or(dutch.weight == 0 ? any_weight : 0);  // anything else is Dutch
    if (english_weight != dutch_weight) return english_weight > dutch_weight ? Language::english : Language::dutch;
    return english_weight > 0 && dutch.weight && english.place < dutch.place ? Language::english : Language::dutch;
}

}  // namespace schakel
