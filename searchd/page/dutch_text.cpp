#include "searchd/page/dutch_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "config/date.hpp"

namespace schakel {

namespace {

constexpr std::array<std::string_view, 12> months{"januari",   "februari", "maart",    "april",
                                                  "mei",       "juni",     "juli",     "augustus",
                                                  "september", "oktober",  "november", "december"};

bool is_small(char letter) { return letter >= 'a' && letter <= 'z'; }
bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

struct YearAndMonth {
    std::string_view year;
    std::string_view month;  // name
};

/// Of "2015-05" and "2015-05-04".
std::optional<YearAndMonth> year_and_month(std::string_view text) {
    const std::string first_day = std::string{text.substr(0, 7)} + "-01";
    if (!is_iso_date(text) && !(text.size() == 7 && is_iso_date(first_day))) return std::nullopt;
    unsigned month = 0;
    std::from_chars(text.data() + 5, text.data() + 7, month);
    return YearAndMonth{text.substr(0, 4), months[month - 1]};
}

/// é → É and so on: in UTF-8 the capitals of U+00E0 to U+00FE lie 32 below the small letters. ÷ is no letter.
bool is_small_latin1(std::string_view text) {
    return text.size() > 1 && text[0] == '\xC3' && text[1] >= '\xA0' && text[1] <= '\xBE' && text[1] != '\xB7';
}

}  // namespace

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, ".");
    return digits;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view several) {
    if (number == 0) return "Geen " + std::string{several};
    return grouped(number) + " " + std::string{number == 1 ? one : several};
}

std::string written_date(std::string_view iso_date) {
    if (!is_iso_date(iso_date)) return written_month(iso_date);
    const std::string_view day = iso_date.substr(iso_date[8] == '0' ? 9 : 8);
    return std::string{day} + " " + written_month(iso_date);
}

std::string written_month(std::string_view iso_date) {
    const std::optional<YearAndMonth> date = year_and_month(iso_date);
    if (!date) return std::string{iso_date};
    return std::string{date->month} + " " + std::string{date->year};
}

std::string capitalised(std::string_view text) {
    std::string result{text};
    if (text.starts_with("ij")) {
        result.replace(0, 2, "IJ");
    } else if (!text.empty() && is_small(text[0])) {
        result[0] = static_cast<char>(text[0] - 'a' + 'A');
    } else if (is_small_latin1(text)) {
        result[1] = static_cast<char>(static_cast<unsigned char>(text[1]) - 0x20);
    }
    return result;
}

std::string in_running_text(std::string_view name) {
    std::string result{name};
    if (name.size() > 1 && is_capital(name[0]) && is_small(name[1])) result[0] = static_cast<char>(name[0] - 'A' + 'a');
    return result;
}

std::string enumerated(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += i + 1 == items.size() ? " en " : ", ";
        text += items[i];
    }
    return text;
}

std::string shortened(std::string_view text, std::size_t maximum_bytes) {
    if (text.size() <= maximum_bytes) return std::string{text};
    std::size_t end = text.rfind(' ', maximum_bytes);
    if (end == std::string_view::npos || end == 0) {
        end = maximum_bytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    }
    return std::string{text.substr(0, end)} + "…";
}

}  // namespace schakel
