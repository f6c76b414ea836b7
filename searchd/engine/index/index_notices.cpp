#include "searchd/engine/index/index_notices.hpp"

#include <array>

#include <fmt/format.h>

#include "config/date.hpp"

namespace schakel {

namespace {

constexpr std::array<std::string_view, 12> dutch_months{"januari",   "februari", "maart",    "april",
                                                        "mei",       "juni",     "juli",     "augustus",
                                                        "september", "oktober",  "november", "december"};
constexpr std::array<std::string_view, 12> english_months{"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

/// "3 november 2026"; when the time cannot be read, that its date is not known.
Text day_of(std::string_view built_at) {
    const auto day = parse_iso_date(built_at.substr(0, 10));
    if (!day) return {"onbekende datum", "an unknown date"};
    const std::chrono::year_month_day date{*day};
    const auto number = static_cast<unsigned>(date.day());
    const std::size_t month = static_cast<unsigned>(date.month()) - 1;
    const int year = static_cast<int>(date.year());
    return {fmt::format("{} {} {}", number, dutch_months[month], year),
            fmt::format("{} {} {}", number, english_months[month], year)};
}

}  // namespace

Text cannot_be_searched(std::string_view name) {
    return {fmt::format("De index van {} is nu niet te doorzoeken; de resultaten zijn onvolledig.", name),
            fmt::format("The index of {} cannot be searched at the moment; the results are incomplete.", name)};
}

Text cannot_be_renewed(std::string_view name, std::string_view built_at) {
    const Text day = day_of(built_at);
    return {
        fmt::format("De index van {} is nu niet te vernieuwen; u doorzoekt die van {}.", name, day.nl),
        fmt::format("The index of {} cannot be renewed at the moment; you are searching that of {}.", name, day.en)};
}

Text is_outdated(std::string_view name, std::string_view built_at) {
    const Text day = day_of(built_at);
    return {fmt::format("De index van {} is van {}; wat daarna is verschenen, ontbreekt.", name, day.nl),
            fmt::format("The index of {} is of {}; what has appeared since is missing.", name, day.en)};
}

bool is_older(std::string_view built_at, std::chrono::days age, std::chrono::system_clock::time_point now) {
    const auto day = parse_iso_date(built_at.substr(0, 10));
    return !day || now - *day > age + std::chrono::days(1);  // it may have been built at the end of that day
}

}  // namespace schakel
