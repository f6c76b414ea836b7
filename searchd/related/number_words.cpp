#include "searchd/related/number_words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace schakel {

namespace {

/// What Dutch numbers are written with. Longer ones before those that they begin with.
constexpr std::array<std::string_view, 36> number_parts{
    "veertig", "veertien", "zeventig", "zeventien", "tachtig",  "achttien", "negentig", "negentien", "miljoen",
    "miljard", "dertig",   "dertien",  "vijftig",   "vijftien", "zestig",   "zestien",  "twintig",   "honderd",
    "duizend", "twaalf",   "tweede",   "derde",     "vierde",   "vijfde",   "zesde",    "zeven",     "negen",
    "drie",    "vier",     "vijf",     "acht",      "tien",     "twee",     "elf",      "zes",       "een"};

/// What stands behind a part or between two: vijfENtwintig, tienDE, achtSTE.
constexpr std::array<std::string_view, 3> number_joints{"en", "de", "ste"};

/// Takes from the front of `word` the first of `parts` that it begins with; false when there is none.
bool take_part(std::string_view& word, std::span<const std::string_view> parts) {
    const auto part = std::ranges::find_if(parts, [&](std::string_view p) { return word.starts_with(p); });
    if (part == parts.end()) return false;
    word.remove_prefix(part->size());
    return true;
}

}  // namespace

bool is_number_in_letters(std::string_view word) {
    if (!take_part(word, number_parts)) return false;
    while (!word.empty())
        if (!take_part(word, number_parts) && !take_part(word, number_joints)) return false;
    return true;
}

}  // namespace schakel
