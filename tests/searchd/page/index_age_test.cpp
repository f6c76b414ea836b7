#include "searchd/page/index_age.hpp"

#include <catch2/catch.hpp>

#include "config/date.hpp"

namespace schakel {

namespace {

std::chrono::system_clock::time_point day(std::string_view date) { return *parse_iso_date(date); }

}  // namespace

TEST_CASE("an index is old when more days have passed than is allowed") {
    CHECK(old_since("2026-03-03T23:59:59Z", day("2026-03-13"), 10).empty());
    CHECK(old_since("2026-03-03T23:59:59Z", day("2026-03-14"), 10) == "2026-03-03");
}

TEST_CASE("an index is never old without a limit, a time, or when its clock runs ahead") {
    CHECK(old_since("2026-03-03T10:00:00Z", day("2030-01-01"), 0).empty());
    CHECK(old_since("", day("2030-01-01"), 1).empty());
    CHECK(old_since("gisteren", day("2030-01-01"), 1).empty());
    CHECK(old_since("2031-01-01T00:00:00Z", day("2030-01-01"), 1).empty());
}

}  // namespace schakel
