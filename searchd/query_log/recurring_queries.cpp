#include "searchd/query_log/recurring_queries.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace schakel {

namespace {

constexpr std::string_view recurring_questions = R"(
SELECT (SELECT typed FROM asked AS same WHERE same.question = asked.question
        GROUP BY typed ORDER BY SUM(times) DESC, typed LIMIT 1),
       question, COUNT(DISTINCT day) AS days, SUM(times) AS asked_times,
       (SELECT results FROM asked AS same WHERE same.question = asked.question
        ORDER BY filters = '' DESC, day DESC, results DESC LIMIT 1)
FROM asked GROUP BY question HAVING days >= ?
ORDER BY days DESC, asked_times DESC, question LIMIT ?)";

constexpr std::string_view filters_of_question = R"(
SELECT DISTINCT day, filters FROM asked WHERE question = ? AND filters <> '')";

using DaysByFilter = std::map<std::string, std::set<std::int64_t>, std::less<>>;

/// "regio=PV23 thema=jeugd" of one day.
void add_filters(std::string_view joined, std::int64_t day, DaysByFilter& days) {
    while (!joined.empty()) {
        const std::size_t end = std::min(joined.find(' '), joined.size());
        days[std::string(joined.substr(0, end))].insert(day);
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
}

std::vector<AskedFilter> on_enough_days(const DaysByFilter& all, std::size_t days) {
    std::vector<AskedFilter> enough;
    for (const auto& [filter, on] : all)
        if (on.size() >= days) enough.push_back({filter, static_cast<std::uint32_t>(on.size())});
    std::stable_sort(enough.begin(), enough.end(),
                     [](const AskedFilter& a, const AskedFilter& b) { return a.days > b.days; });
    return enough;
}

Result<void> read_filters(const SqliteConnection& log, SqliteStatement& statement, std::size_t days,
                          RecurringQuery& query) {
    statement.bind(query.folded);
    DaysByFilter by_filter;
    int outcome = statement.step();
    for (; outcome == SQLITE_ROW; outcome = statement.step())
        add_filters(statement.text(1), statement.number(0), by_filter);
    if (outcome != SQLITE_DONE) return log.error();
    statement.reset();
    query.filters = on_enough_days(by_filter, days);
    return {};
}

}  // namespace

Result<std::vector<RecurringQuery>> read_recurring_queries(const SqliteConnection& log, int days, std::size_t most) {
    SqliteStatement statement(log.get(), recurring_questions);
    statement.bind(days).bind(static_cast<std::int64_t>(most));
    std::vector<RecurringQuery> found;
    int outcome = statement.step();
    for (; outcome == SQLITE_ROW; outcome = statement.step())
        found.push_back({statement.text(0),
                         statement.text(1),
                         static_cast<std::uint32_t>(statement.number(2)),
                         static_cast<std::uint32_t>(statement.number(3)),
                         static_cast<std::uint32_t>(statement.number(4)),
                         {}});
    if (outcome != SQLITE_DONE) return log.error();
    SqliteStatement filters(log.get(), filters_of_question);
    for (RecurringQuery& query : found)
        if (auto read = read_filters(log, filters, static_cast<std::size_t>(days), query); !read)
            return tl::unexpected(read.error());
    return found;
}

}  // namespace schakel
