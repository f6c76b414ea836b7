#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "config/text.hpp"

namespace schakel {

/// How a page says things in its language: wording, numbers, dates and enumerations. Pure functions, safe from any thread.

/// What a page says, in both languages: a `Text` for tables that are made when the program is.
struct Phrase {
    std::string_view nl;
    std::string_view en;

    constexpr std::string_view in(Language language) const { return language == Language::english ? en : nl; }
};

/// What is counted.
struct Noun {
    Phrase one;
    Phrase several;
};

inline constexpr Noun knowledge_product{{"kennisproduct", "knowledge product"},
                                        {"kennisproducten", "knowledge products"}};

/// 1234567 → "1.234.567", "1,234,567".
std::string grouped(std::uint64_t number, Language language);

/// "1 kennisproduct", "1.234 kennisproducten", "Geen kennisproducten"; "1,234 knowledge products", "No knowledge products".
std::string counted(std::uint64_t number, const Noun& noun, Language language);

/// "2015-05-04" → "4 mei 2015", "4 May 2015"; "2015-05" → "mei 2015". Anything else comes back as it is.
std::string written_date(std::string_view iso_date, Language language);

/// "2015-05-04" → "mei 2015", "May 2015": for facts that hold for about a month. A year stays a year.
std::string written_month(std::string_view iso_date, Language language);

/// What stands before item `place` (from 0) of `count` in an enumeration: "", ", " or " en ".
std::string_view joint(std::size_t place, std::size_t count, Language language);

/// "a", "a en b", "a, b en c"; "a, b and c".
std::string enumerated(const std::vector<std::string>& items, Language language);

}  // namespace schakel
