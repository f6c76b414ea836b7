#include "config/index/record_dates.hpp"

#include <map>
#include <thread>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "config/utc_time.hpp"
#include "tests/config/index/damaged_copy.hpp"
#include "tests/paths.hpp"

namespace schakel {
namespace {

using Living = std::vector<LivingRecord>;

std::chrono::sys_seconds second(int number) { return std::chrono::sys_seconds(std::chrono::seconds(number)); }

/// "a 10, b 20 -": ids with their times, a hyphen for a deleted one.
std::string shown(const RecordDates& dates) {
    std::string text;
    for (const RecordDate& date : dates.records)
        text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", date.id, date.since.time_since_epoch().count(),
                            date.deleted ? " -" : "");
    return text;
}

/// The English message when the file is refused, without the folder; else "".
std::string refusal(std::string_view lines) {
    const TemporaryFolder index;
    write_bytes(index.path() / record_dates_name, lines);
    const auto dates = read_record_dates(index.path());
    if (dates) return "";
    if (const auto generation = dated_generation(index.path()); !generation)
        CHECK(generation.error().message.en == dates.error().message.en);
    CHECK(dates.error().code == ErrorCode::index_corrupt);
    CHECK_FALSE(dates.error().hint.nl.empty());
    return dates.error().message.en.substr(index.path().string().size() + 1);
}

}  // namespace

TEST_CASE("what stays the same keeps its date, whatever else happens") {
    RecordDates dates = dates_after({}, 1, Living{{"a", 1}, {"b", 1}, {"c", 1}}, second(10));
    CHECK(shown(dates) == "a 10, b 10, c 10");
    dates = dates_after(std::move(dates), 2, Living{{"b", 1}, {"c", 2}, {"d", 1}}, second(20));
    CHECK(dates.generation == 2);
    CHECK(shown(dates) == "a 20 -, b 10, c 20, d 20");
    dates = dates_after(std::move(dates), 3, Living{{"b", 1}, {"c", 2}}, second(30));
    CHECK(shown(dates) == "a 20 -, b 10, c 20, d 30 -");  // a went at 20, and not again
}

TEST_CASE("to return to an older generation is a change too") {
    const Living older{{"a", 1}, {"b", 1}};
    const Living newer{{"b", 2}, {"c", 1}};
    RecordDates dates = dates_after(dates_after({}, 1, older, second(10)), 2, newer, second(20));
    dates = dates_after(std::move(dates), 1, older, second(30));
    CHECK(shown(dates) == "a 30, b 30, c 30 -");
}

TEST_CASE("the dates on the disk are those that were written") {
    const TemporaryFolder index;
    CHECK(read_record_dates(index.path())->generation == 0);
    CHECK(dated_generation(index.path()) == 0u);
    const Living living{{"a", 0xfedcba9876543210}, {"http://voorbeeld.example/é?x=1", 7}};
    REQUIRE(follow_generation(index.path(), 4, living, second(10)));
    REQUIRE(follow_generation(index.path(), 5, std::span(living).first(1), second(20)));
    const auto dates = read_record_dates(index.path());
    REQUIRE(dates);
    CHECK(dates->generation == 5);
    CHECK(dated_generation(index.path()) == 5u);
    CHECK(dates->records[0].version == 0xfedcba9876543210);
    CHECK(shown(*dates) == "a 10, http://voorbeeld.example/é?x=1 20 -");
}

TEST_CASE("products that are shown again get a new date") {
    const TemporaryFolder index;
    REQUIRE(follow_generation(index.path(), 1, Living{{"a", 1}, {"b", 1}}, second(10)));
    REQUIRE(renew_record_dates(index.path(), std::vector<std::string>{"b", "onbekend"}, second(20)));
    CHECK(shown(*read_record_dates(index.path())) == "a 10, b 20");
}

TEST_CASE("a damaged line is named, and what to do about it") {
    CHECK(refusal("generatie\t1\na\t2026-11-22T10:00:00Z\t0000000000000001\n").empty());
    const std::string why = ": this is no line of the dates of the products.";
    CHECK(refusal("") == "record-dates.tsv:1" + why);
    CHECK(refusal("generatie\tx\n") == "record-dates.tsv:1" + why);
    CHECK(refusal("a\t2026-11-22T10:00:00Z\t1\n") == "record-dates.tsv:1" + why);
    const std::string good = "generatie\t1\nb\t2026-11-22T10:00:00Z\t1\n";
    for (const char* wrong : {"c", "c\t2026-11-22\t1", "c\t2026-11-22T10:00:00Z", "c\t2026-11-22T10:00:00Z\tweg",
                              "\t2026-11-22T10:00:00Z\t1", "c\t2026-11-22T10:00:00Z\t1\t", "a\t2026-11-22T10:00:00Z\t1",
                              "b\t2026-11-22T10:00:00Z\t1", "c\t2026-11-22T10:00:00Z\t11112222333344445"}) {
        INFO(wrong);
        CHECK(refusal(good + wrong + "\n") == "record-dates.tsv:3" + why);
    }
}

TEST_CASE("two programs that change the dates at once lose nothing") {
    const TemporaryFolder index;
    Living living;
    for (int i = 100; i < 140; ++i) living.push_back({fmt::format("p{}", i), 1});
    REQUIRE(follow_generation(index.path(), 1, living, second(10)));
    const auto renew = [&](std::size_t first) {
        for (std::size_t i = first; i < living.size(); i += 2)
            if (!renew_record_dates(index.path(), std::vector{living[i].id}, second(20))) return;
    };
    std::thread other(renew, 1);
    renew(0);
    other.join();
    const auto dates = read_record_dates(index.path());
    REQUIRE(dates);
    for (const RecordDate& date : dates->records) CHECK(date.since == second(20));
}

TEST_CASE("the dates follow any history as a table on paper would") {
    rc::prop("a date is that of the last change, and nothing is forgotten", [] {
        std::map<std::string, std::pair<std::uint64_t, int>> expected;  // version (0 = deleted) and time
        RecordDates dates;
        const int generations = *rc::gen::inRange(1, 6);
        for (int number = 1; number <= generations; ++number) {
            std::map<std::string, std::uint64_t> now;
            for (const char* id : {"a", "b", "c", "d"})
                if (const auto version = *rc::gen::inRange<std::uint64_t>(0, 3); version > 0) now[id] = version;
            Living living;
            for (const auto& [id, version] : now) living.push_back({id, version});
            for (const auto& [id, version] : now)
                if (!expected.contains(id) || expected[id].first != version) expected[id] = {version, number};
            for (auto& [id, last] : expected)
                if (!now.contains(id) && last.first != 0) last = {0, number};
            dates = dates_after(std::move(dates), static_cast<std::uint32_t>(number), living, second(number));
        }
        RC_ASSERT(dates.records.size() == expected.size());
        for (const RecordDate& date : dates.records) {
            const auto& [version, time] = expected.at(date.id);
            RC_ASSERT(date.since == second(time));
            RC_ASSERT(date.deleted == (version == 0));
            RC_ASSERT(date.deleted || date.version == version);
        }
    });
}

}  // namespace schakel
