#include "searchd/page/index_age.hpp"

#include "config/date.hpp"

namespace schakel {

std::string old_since(std::string_view built_at, std::chrono::system_clock::time_point now, int days) {
    const std::string_view day = built_at.substr(0, 10);
    const auto built = parse_iso_date(day);
    if (days <= 0 || !built) return {};
    const auto today = std::chrono::floor<std::chrono::days>(now);
    return today - *built > std::chrono::days{days} ? std::string{day} : std::string{};
}

}  // namespace schakel
