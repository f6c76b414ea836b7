#include "analyzers/lexicon/compiler/first_part.hpp"

#include <algorithm>
#include <array>

namespace schakel {

namespace {

constexpr std::size_t shortest_word = 3;

constexpr std::array<std::string_view, 46> particles = {
    "aan",    "aaneen", "achter", "achterna", "achterop", "achterover", "achteruit", "af",    "be",  "bij",
    "bijeen", "binnen", "boven",  "dicht",    "door",     "er",         "ge",        "goed",  "her", "in",
    "los",    "mede",   "mee",    "mis",      "na",       "neer",       "om",        "onder", "ont", "op",
    "open",   "over",   "rond",   "samen",    "tegen",    "terug",      "thuis",     "toe",   "uit", "vast",
    "ver",    "vol",    "voor",   "voort",    "weer",     "weg"};

}  // namespace

bool is_verb_particle(std::string_view text) { return std::ranges::find(particles, text) != particles.end(); }

bool is_first_part(std::string_view text, const WordList& words) {
    if (is_verb_particle(text)) return true;
    if (text.size() < shortest_word) return false;
    if (words.has(text)) return true;
    for (const std::string_view link : {"s", "e", "en", "-"})
        if (text.ends_with(link) && words.has(text.substr(0, text.size() - link.size()))) return true;
    return false;
}

}  // namespace schakel
