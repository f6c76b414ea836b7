// One row per question, day, way of searching and filters: how often it was asked so, as what it was typed, and how
// many results it had the last time. A question is the same when it is folded to the same text.

#include "searchd/query_log/query_log.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "config/folding.hpp"
#include "config/system_reason.hpp"

namespace schakel {

namespace {

constexpr const char* make_tables = R"(
PRAGMA journal_mode = WAL;
PRAGMA secure_delete = ON;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS asked (
    question TEXT NOT NULL,     -- folded
    typed TEXT NOT NULL,        -- as written
    day INTEGER NOT NULL,       -- since 1970-01-01, UTC
    all_words INTEGER NOT NULL,
    filters TEXT NOT NULL,      -- "regio=PV23 thema=jeugd"; empty = none
    times INTEGER NOT NULL,
    results INTEGER NOT NULL,   -- the last time
    PRIMARY KEY (question, typed, day, all_words, filters)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS asked_by_day ON asked (day);
)";

constexpr std::string_view add_question = R"(
INSERT INTO asked (question, typed, day, all_words, filters, times, results) VALUES (?, ?, ?, ?, ?, 1, ?)
ON CONFLICT DO UPDATE SET times = times + 1, results = excluded.results)";

constexpr std::string_view frequent_questions = R"(
SELECT * FROM (
    SELECT (SELECT typed FROM asked AS same WHERE same.question = asked.question
            GROUP BY typed ORDER BY SUM(times) DESC, typed LIMIT 1),
           (SELECT results FROM asked AS same WHERE same.question = asked.question AND filters = ''
            ORDER BY day DESC, results DESC LIMIT 1) AS latest_results,
           COUNT(DISTINCT day) AS days, SUM(times) AS asked_times, question
    FROM asked WHERE results > 0 AND filters = ''
    GROUP BY question HAVING days >= ?)
WHERE latest_results > 0 ORDER BY days DESC, asked_times DESC, question LIMIT ?)";

constexpr std::string_view unanswered_questions = R"(
SELECT (SELECT typed FROM asked AS same WHERE same.question = asked.question
        GROUP BY typed ORDER BY SUM(times) DESC, typed LIMIT 1),
       COUNT(DISTINCT day) AS days, SUM(times) AS asked_times
FROM asked WHERE results = 0 AND filters = ''
GROUP BY question ORDER BY days DESC, asked_times DESC, question LIMIT ?)";

constexpr std::chrono::hours between_looks{1};
constexpr std::size_t most_recurring = 1'000;

std::string joined(std::vector<std::string> filters) {
    std::ranges::sort(filters);
    std::string all;
    for (const std::string& filter : filters) all += (all.empty() ? "" : " ") + filter;
    return all;
}

/// Without white space at the ends or twice.
std::string tidied(std::string_view typed) {
    std::string text;
    for (const char c : typed) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!space)
            text += c;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    if (text.ends_with(' ')) text.pop_back();
    return text;
}

std::int64_t day_number(std::chrono::sys_days day) { return day.time_since_epoch().count(); }

/// What a statement gives of a text and two numbers.
template <class Row>
Result<std::vector<Row>> rows(const SqliteConnection& connection, SqliteStatement& statement) {
    std::vector<Row> found;
    int outcome = statement.step();
    for (; outcome == SQLITE_ROW; outcome = statement.step())
        found.push_back({statement.text(0), static_cast<std::uint32_t>(statement.number(1)),
                         static_cast<std::uint32_t>(statement.number(2))});
    if (outcome != SQLITE_DONE) return connection.error();
    return found;
}

/// What people ask is nobody's business but the curator's; SQLite gives its other files the same permissions.
Result<void> close_to_others(const std::filesystem::path& file) {
    using std::filesystem::perms;
    std::error_code failure;
    std::filesystem::permissions(file, perms::others_all, std::filesystem::perm_options::remove, failure);
    if (!failure) return {};
    return fail(
        ErrorCode::io,
        {fmt::format("De rechten van {} zijn niet te wijzigen: {}.", file.string(), system_reason(failure.value()).nl),
         fmt::format("The permissions of {} cannot be changed: {}.", file.string(), system_reason(failure.value()).en)},
        {"Geef het bestand aan de gebruiker waaronder schakel-searchd draait.",
         "Give the file to the user that schakel-searchd runs as."});
}

}  // namespace

QueryLog::QueryLog(Options options, SqliteConnection connection)
    : options_(std::move(options)), connection_(std::move(connection)), writer_([this] { write_all(); }) {}

Result<std::unique_ptr<QueryLog>> QueryLog::open(Options options) {
    auto connection = SqliteConnection::open(options.file, SqliteConnection::Use::write);
    if (!connection) return tl::unexpected(connection.error());
    if (auto closed = close_to_others(options.file); !closed) return tl::unexpected(closed.error());
    if (auto made = connection->run(make_tables); !made) return tl::unexpected(made.error());
    return std::unique_ptr<QueryLog>(new QueryLog(std::move(options), std::move(*connection)));
}

QueryLog::~QueryLog() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    writer_.join();
}

std::chrono::sys_days QueryLog::today() const {
    if (options_.today) return options_.today();
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

void QueryLog::record(AskedQuery asked) {
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() >= options_.most_waiting) {
            ++dropped_;
            return;
        }
        waiting_.push_back(std::move(asked));
    }
    changed_.notify_all();
}

void QueryLog::flush() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.empty() && !writing_; });
}

void QueryLog::write_all() {
    std::unique_lock lock(mutex_);
    while (!(stopping_ && waiting_.empty())) {
        // Without questions it still forgets.
        changed_.wait_for(lock, between_looks, [this] { return stopping_ || !waiting_.empty(); });
        const std::deque<AskedQuery> batch = std::exchange(waiting_, {});
        writing_ = true;
        lock.unlock();
        settle(write(batch), batch.size());
        lock.lock();
        writing_ = false;
        changed_.notify_all();
    }
}

Result<void> QueryLog::write(const std::deque<AskedQuery>& batch) {
    if (auto begun = connection_.run("BEGIN"); !begun) return begun;
    if (auto forgotten = forget_old(); !forgotten) return forgotten;
    SqliteStatement statement(connection_.get(), add_question);
    for (const AskedQuery& asked : batch)
        if (auto added = add(asked, statement); !added) return added;
    return connection_.run("COMMIT");
}

Result<void> QueryLog::add(const AskedQuery& asked, SqliteStatement& statement) {
    const std::string typed = tidied(asked.text);
    const std::string question = fold(typed);
    if (question.empty() || options_.personal.is_in(typed)) return {};
    const std::string filters = joined(asked.filters);
    statement.bind(question).bind(typed).bind(day_number(today())).bind(asked.all_words ? 1 : 0).bind(filters);
    statement.bind(static_cast<std::int64_t>(asked.results));
    if (statement.step() != SQLITE_DONE) return connection_.error();
    statement.reset();
    return {};
}

Result<void> QueryLog::forget_old() {
    const std::chrono::sys_days day = today();
    if (forgotten_on_ == day) return {};
    SqliteStatement forget(connection_.get(), "DELETE FROM asked WHERE day <= ?");
    forget.bind(day_number(day - std::chrono::days(options_.keep_days)));
    if (forget.step() != SQLITE_DONE) return connection_.error();
    forgotten_on_ = day;
    return {};
}

void QueryLog::settle(const Result<void>& written, std::size_t questions) {
    if (written) {
        failing_ = false;
        return;
    }
    dropped_ += questions;
    if (!std::exchange(failing_, true))
        spdlog::error("zoekvragen worden niet bewaard: {}", to_text(written.error(), Language::dutch));
    if (sqlite3_get_autocommit(connection_.get()) != 0) return;
    if (auto undone = connection_.run("ROLLBACK"); !undone)
        spdlog::error("zoekvragen: {}", to_text(undone.error(), Language::dutch));
}

Result<std::vector<FrequentQuery>> QueryLog::frequent(int days, std::size_t most) const {
    const auto connection = SqliteConnection::open(options_.file, SqliteConnection::Use::read);
    if (!connection) return tl::unexpected(connection.error());
    SqliteStatement statement(connection->get(), frequent_questions);
    statement.bind(days).bind(static_cast<std::int64_t>(most));
    return rows<FrequentQuery>(*connection, statement);
}

Result<std::vector<UnansweredQuery>> QueryLog::unanswered(std::size_t most) const {
    const auto connection = SqliteConnection::open(options_.file, SqliteConnection::Use::read);
    if (!connection) return tl::unexpected(connection.error());
    SqliteStatement statement(connection->get(), unanswered_questions);
    statement.bind(static_cast<std::int64_t>(most));
    return rows<UnansweredQuery>(*connection, statement);
}

Result<std::shared_ptr<const std::vector<RecurringQuery>>> QueryLog::recurring(int days) const {
    const std::lock_guard lock(recurring_mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (recurring_ && recurring_days_ == days && now - counted_ < options_.recount_after) return recurring_;
    const auto connection = SqliteConnection::open(options_.file, SqliteConnection::Use::read);
    if (!connection) return tl::unexpected(connection.error());
    auto read = read_recurring_queries(*connection, days, most_recurring);
    if (!read) return tl::unexpected(read.error());
    recurring_ = std::make_shared<const std::vector<RecurringQuery>>(std::move(*read));
    recurring_days_ = days;
    counted_ = now;
    return recurring_;
}

}  // namespace schakel
