#include "searchd/query_log/recurring_queries.hpp"

#include <atomic>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "searchd/query_log/query_log.hpp"
#include "tests/paths.hpp"

namespace schakel {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// A log on days that the test decides.
class Diary {
public:
    explicit Diary(std::chrono::seconds recount_after = std::chrono::seconds(0)) {
        auto opened = QueryLog::open({.file = folder_.path() / "zoekvragen.sqlite",
                                      .recount_after = recount_after,
                                      .today = [this] { return sys_days(days(day_.load())); }});
        REQUIRE(opened);
        log_ = std::move(*opened);
    }

    /// On `on` days in a row.
    void ask(const std::string& text, std::uint64_t results, const std::vector<std::string>& filters, int on) {
        for (int i = 0; i < on; ++i) {
            day_ = 20'000 + i;
            log_->record({.text = text, .results = results, .filters = filters});
            log_->flush();
        }
    }

    /// "text days times results filter:days …", a line each.
    std::string recurring(int least) const {
        const auto found = log_->recurring(least);
        REQUIRE(found);
        std::string text;
        for (const RecurringQuery& query : **found) {
            text += fmt::format("{} {} {} {}", query.text, query.days, query.times, query.results);
            for (const AskedFilter& asked : query.filters) text += fmt::format(" {}:{}", asked.filter, asked.days);
            text += '\n';
        }
        return text;
    }

private:
    TemporaryFolder folder_;
    std::atomic<int> day_ = 20'000;
    std::unique_ptr<QueryLog> log_;
};

}  // namespace

TEST_CASE("a question comes back when it was asked on enough days, with filters or without") {
    Diary diary;
    diary.ask("wijkteam", 8, {}, 2);
    diary.ask("Wijkteam", 3, {"regio=PV23"}, 4);
    diary.ask("respijtzorg", 0, {}, 3);
    diary.ask("eenmalig", 5, {}, 1);
    CHECK(diary.recurring(3) == "Wijkteam 4 6 8 regio=PV23:4\nrespijtzorg 3 3 0\n");
    CHECK(diary.recurring(4) == "Wijkteam 4 6 8 regio=PV23:4\n");
    CHECK(diary.recurring(5).empty());
}

TEST_CASE("a filter is told when it was used on enough days, alone or with others") {
    Diary diary;
    diary.ask("zorg", 8, {"regio=PV23", "thema=jeugd"}, 2);
    diary.ask("zorg", 8, {"regio=PV23"}, 3);
    diary.ask("zorg", 8, {"regio=GM0153"}, 1);
    CHECK(diary.recurring(3) == "zorg 3 6 8 regio=PV23:3\n");
    CHECK(diary.recurring(2) == "zorg 3 6 8 regio=PV23:3 thema=jeugd:2\n");
}

TEST_CASE("what a question found is told as it was without filters, when that was ever asked") {
    Diary diary;
    diary.ask("zorg", 8, {}, 1);
    diary.ask("zorg", 0, {"regio=PV23"}, 3);
    CHECK(diary.recurring(3) == "zorg 3 4 8 regio=PV23:3\n");
    diary.ask("alleen hier", 0, {"regio=PV23"}, 3);
    CHECK(diary.recurring(3).find("alleen hier 3 3 0") != std::string::npos);
}

TEST_CASE("who asks again soon gets what was counted before") {
    Diary diary(std::chrono::hours(1));
    diary.ask("zorg", 8, {}, 3);
    CHECK(diary.recurring(3) == "zorg 3 3 8\n");
    diary.ask("jeugd", 8, {}, 3);
    CHECK(diary.recurring(3) == "zorg 3 3 8\n");
    CHECK(diary.recurring(2) == "jeugd 3 3 8\nzorg 3 3 8\n");
}

}  // namespace schakel
