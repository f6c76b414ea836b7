#include "analyzers/tokenizer/line_end.hpp"

#include <algorithm>
#include <array>

#include "analyzers/tokenizer/signs.hpp"

namespace schakel {

namespace {

constexpr std::size_t longest_prefix = 12;  // bytes, of a word in the tables below

/// Prefixes and titles that keep their hyphen in the official spelling.
constexpr std::array<std::string_view, 13> hyphen_prefixes{"adjunct", "aspirant", "assistent", "bijna",    "collega",
                                                           "ex",      "interim",  "kandidaat", "leerling", "niet",
                                                           "non",     "oud",      "vice"};

/// Vowels that collide: without a sign between them they would be read as one sound.
constexpr std::array<std::string_view, 16> colliding_vowels{"aa", "ae", "ai", "au", "ee", "ei", "eu", "ie",
                                                            "ii", "ij", "oe", "oi", "oo", "ou", "ui", "uu"};

constexpr std::array<std::string_view, 11> enumeration_words{
    "en", "of", "tot", "dan", "danwel", "respectievelijk", "alsmede", "maar", "noch", "als", "ook"};

template <class Table>
bool contains(const Table& table, std::string_view word) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

bool has_capital_or_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return is_upper(c) || is_digit(c); });
}

bool vowels_collide(std::string_view first, std::string_view second) {
    const std::array<char, 2> pair{first.back(), second.front()};
    return contains(colliding_vowels, std::string_view(pair.data(), pair.size()));
}

}  // namespace

LineEndHyphen line_end_hyphen(std::string_view first, std::string_view second) {
    if (contains(enumeration_words, second)) return LineEndHyphen::open;
    if (first.size() < 2 || has_capital_or_digit(first) || !begins_lower(second, 0)) return LineEndHyphen::spelled;
    if (first.size() <= longest_prefix && contains(hyphen_prefixes, first)) return LineEndHyphen::spelled;
    return vowels_collide(first, second) ? LineEndHyphen::spelled : LineEndHyphen::printed;
}

}  // namespace schakel
