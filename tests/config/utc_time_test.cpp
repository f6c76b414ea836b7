#include "config/utc_time.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

namespace schakel {

TEST_CASE("a time in UTC is read to the second, and nothing else is") {
    CHECK(parse_utc_time("1970-01-01T00:00:00Z")->time_since_epoch().count() == 0);
    CHECK(parse_utc_time("2026-11-22T10:00:01Z")->time_since_epoch().count() == 1'795'341'601);
    for (const char* wrong :
         {"", "2026-11-22", "2026-11-22T10:00:01", "2026-11-22T10:00:01z", "2026-11-22 10:00:01Z",
          "2026-11-22T10:00:01.0Z", "2026-11-22T10:00Z", "2026-02-30T10:00:01Z", "2026-11-22T24:00:00Z",
          "2026-11-22T10:60:00Z", "2026-11-22T10:00:60Z", "2026-11-22T+1:00:00Z", "2026-11-22T10:00:01+01:00"}) {
        INFO(wrong);
        CHECK_FALSE(parse_utc_time(wrong));
    }
}

TEST_CASE("a time that is written is read again") {
    CHECK(utc_time(std::chrono::sys_seconds(std::chrono::seconds(951'782'399))) == "2000-02-28T23:59:59Z");
    rc::prop("for all of our centuries", [] {
        const std::chrono::sys_seconds time(std::chrono::seconds(*rc::gen::inRange<std::int64_t>(0, 7'000'000'000)));
        RC_ASSERT(parse_utc_time(utc_time(time)) == time);
    });
}

}  // namespace schakel
