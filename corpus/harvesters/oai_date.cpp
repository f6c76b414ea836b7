#include "corpus/harvesters/oai_date.hpp"

#include <charconv>

#include <fmt/format.h>

#include "config/date.hpp"

namespace schakel {
namespace {

/// Two digits below `limit`.
std::optional<int> two_digits(std::string_view text, int limit) {
    int value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0 || value >= limit) return std::nullopt;
    return value;
}

}  // namespace

std::optional<std::chrono::sys_seconds> parse_oai_date(std::string_view text) {
    const auto day = parse_iso_date(text.substr(0, 10));
    if (!day) return std::nullopt;
    if (text.size() == 10) return *day;
    text.remove_prefix(10);
    if (text.size() < 10 || text[0] != 'T' || text[3] != ':' || text[6] != ':' || text.back() != 'Z')
        return std::nullopt;
    const auto hours = two_digits(text.substr(1, 2), 24);
    const auto minutes = two_digits(text.substr(4, 2), 60);
    const auto seconds = two_digits(text.substr(7, 2), 61);
    if (!hours || !minutes || !seconds) return std::nullopt;
    return *day + std::chrono::hours(*hours) + std::chrono::minutes(*minutes) + std::chrono::seconds(*seconds);
}

std::string oai_date(std::chrono::sys_seconds time, bool with_seconds) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    std::string text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    if (!with_seconds) return text;
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", text, clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

}  // namespace schakel
