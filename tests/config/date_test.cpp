#include "config/date.hpp"

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("ISO dates exist and have ten characters") {
    for (const auto* good : {"2026-01-01", "2024-02-29", "1999-12-31"}) CHECK(is_iso_date(good));
    for (const auto* bad : {"", "2026", "2026-1-1", "2025-02-29", "2026-13-01", "2026-00-10", "01-01-2026",
                            "2026/01/01", "2026-01-01 ", "+026-01-01", "2026-01-0a"})
        CHECK_FALSE(is_iso_date(bad));
}

TEST_CASE("dates can be counted with") {
    CHECK(*parse_iso_date("2018-12-31") + std::chrono::days{1} == *parse_iso_date("2019-01-01"));
}

}  // namespace schakel
