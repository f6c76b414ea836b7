#include "config/utc_time.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "config/date.hpp"

namespace schakel {

namespace {

constexpr std::string_view time_shape = "T00:00:00Z";

bool has_shape(std::string_view text) {
    return std::ranges::equal(time_shape, text, [](char wanted, char found) {
        return wanted == '0' ? found >= '0' && found <= '9' : found == wanted;
    });
}

int two_digits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

}  // namespace

std::optional<std::chrono::sys_seconds> parse_utc_time(std::string_view text) {
    const auto day = parse_iso_date(text.substr(0, 10));
    if (!day || !has_shape(text.substr(10))) return std::nullopt;
    const int hours = two_digits(text.substr(11));
    const int minutes = two_digits(text.substr(14));
    const int seconds = two_digits(text.substr(17));
    if (hours > 23 || minutes > 59 || seconds > 59) return std::nullopt;
    return *day + std::chrono::hours(hours) + std::chrono::minutes(minutes) + std::chrono::seconds(seconds);
}

std::string utc_time(std::chrono::sys_seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

}  // namespace schakel
