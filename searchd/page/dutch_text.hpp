#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schakel {

/// How Dutch writes numbers, dates and enumerations; `written_text.hpp` has them in the language of a page. Pure functions, safe
/// from any thread.

/// 1234567 → "1.234.567".
std::string grouped(std::uint64_t number);

/// "1 kennisproduct", "1.234 kennisproducten", "Geen kennisproducten".
std::string counted(std::uint64_t number, std::string_view one, std::string_view several);

/// "2015-05-04" → "4 mei 2015", "2015-05" → "mei 2015"; anything else comes back as it is.
std::string written_date(std::string_view iso_date);

/// "2015-05-04" → "mei 2015": for facts that hold for about a month. A year stays a year.
std::string written_month(std::string_view iso_date);

/// With a capital, as at the start of a sentence: "jeugd" → "Jeugd", "één gezin" → "Één gezin", "ijs" → "IJs".
std::string capitalised(std::string_view text);

/// With a small first letter unless it starts an abbreviation: "Provincie" → "provincie", "GGD-regio" stays.
std::string in_running_text(std::string_view name);

/// "a", "a en b", "a, b en c".
std::string enumerated(const std::vector<std::string>& items);

/// The start of `text` up to a word's end, with "…" when something was left out. Never cuts inside a UTF-8 sequence.
std::string shortened(std::string_view text, std::size_t maximum_bytes);

}  // namespace schakel
