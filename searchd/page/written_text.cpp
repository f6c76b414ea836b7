#include "searchd/page/written_text.hpp"

#include <array>
#include <charconv>
#include <optional>

#include "config/date.hpp"

namespace schakel {

namespace {

constexpr std::array<Phrase, 12> months{{{"januari", "January"},
                                         {"februari", "February"},
                                         {"maart", "March"},
                                         {"april", "April"},
                                         {"mei", "May"},
                                         {"juni", "June"},
                                         {"juli", "July"},
                                         {"augustus", "August"},
                                         {"september", "September"},
                                         {"oktober", "October"},
                                         {"november", "November"},
                                         {"december", "December"}}};

struct YearAndMonth {
    std::string_view year;
    Phrase month;  // name
};

/// Of "2015-05" and "2015-05-04".
std::optional<YearAndMonth> year_and_month(std::string_view text) {
    const std::string first_day = std::string{text.substr(0, 7)} + "-01";
    if (!is_iso_date(text) && !(text.size() == 7 && is_iso_date(first_day))) return std::nullopt;
    unsigned month = 0;
    std::from_chars(text.data() + 5, text.data() + 7, month);
    return YearAndMonth{text.substr(0, 4), months[month - 1]};
}

}  // namespace

std::string grouped(std::uint64_t number, Language language) {
    const std::string_view separator = Phrase{".", ","}.in(language);
    std::string digits = std::to_string(number);
    for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, separator);
    return digits;
}

std::string counted(std::uint64_t number, const Noun& noun, Language language) {
    const std::string several{noun.several.in(language)};
    if (number == 0) return std::string{Phrase{"Geen ", "No "}.in(language)} + several;
    return grouped(number, language) + " " + (number == 1 ? std::string{noun.one.in(language)} : several);
}

std::string written_date(std::string_view iso_date, Language language) {
    if (!is_iso_date(iso_date)) return written_month(iso_date, language);
    const std::string_view day = iso_date.substr(iso_date[8] == '0' ? 9 : 8);
    return std::string{day} + " " + written_month(iso_date, language);
}

std::string written_month(std::string_view iso_date, Language language) {
    const std::optional<YearAndMonth> date = year_and_month(iso_date);
    if (!date) return std::string{iso_date};
    return std::string{date->month.in(language)} + " " + std::string{date->year};
}

std::string_view joint(std::size_t place, std::size_t count, Language language) {
    if (place == 0) return "";
    return place + 1 == count ? Phrase{" en ", " and "}.in(language) : ", ";
}

std::string enumerated(const std::vector<std::string>& items, Language language) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) (text += joint(i, items.size(), language)) += items[i];
    return text;
}

}  // namespace schakel
