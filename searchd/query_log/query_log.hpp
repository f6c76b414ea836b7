#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "config/error.hpp"
#include "searchd/query_log/asked_query.hpp"
#include "searchd/query_log/personal_text.hpp"
#include "searchd/query_log/recurring_queries.hpp"
#include "searchd/query_log/sqlite.hpp"
#include "searchd/suggestions/suggestion.hpp"

namespace schakel {

/// A question that found nothing.
struct UnansweredQuery {
    std::string text;  // as most people typed it
    std::uint32_t days = 0;
    std::uint32_t times = 0;

    bool operator==(const UnansweredQuery&) const = default;
};

/// Keeps what people ask, in an SQLite file: the text, the day, whether all words were needed, the filters, how often
/// and how many results. Not who asked, nor at what time, nor which questions belong together; and no PersonalText. A
/// curator learns from it what is missing, and others are suggested what was asked on several days.
///
/// `record` never waits and never fails: a thread of its own writes, in batches, from a queue of limited length; when
/// that is full, questions are dropped and counted. What cannot be written (a full disk) is dropped too, and logged
/// once until it works again. The same thread forgets, every day, what is older than the retention. All members are
/// safe from any thread.
class QueryLog {
public:
    struct Options {
        std::filesystem::path file;
        int keep_days = 365;
        PersonalText personal = {};              // what is not kept
        std::size_t most_waiting = 1'000;        // questions in the queue
        std::chrono::seconds recount_after{60};  // what comes back is counted again no sooner
        /// Today; for tests. Empty = by the clock, UTC.
        std::function<std::chrono::sys_days()> today = {};
    };

    /// Makes the file when there is none. Errors: io (no permission), unreadable (no SQLite file, or damaged).
    static Result<std::unique_ptr<QueryLog>> open(Options options);

    /// Writes what is still waiting.
    ~QueryLog();

    void record(AskedQuery asked);

    /// Questions that were asked and answered on at least `days` different days, as most people typed them, unless they
    /// have no answer any more; most days first, at most `most`. Errors: unreadable, io.
    Result<std::vector<FrequentQuery>> frequent(int days, std::size_t most) const;

    /// Questions that found nothing, without filters; those of most days first, at most `most`. Errors: unreadable,
    /// io.
    Result<std::vector<UnansweredQuery>> unanswered(std::size_t most) const;

    /// Questions that were asked on at least `days` different days, whatever they found (see
    /// `read_recurring_queries`). Counting reads the whole log, so the answer is kept for `recount_after`, and
    /// whoever asks meanwhile gets the same; never null. Errors: unreadable, io.
    Result<std::shared_ptr<const std::vector<RecurringQuery>>> recurring(int days) const;

    /// Questions that were not kept because the queue was full or they could not be written.
    std::uint64_t dropped() const { return dropped_; }

    /// Waits until all that was recorded so far is written or dropped; for tests.
    void flush();

private:
    QueryLog(Options options, SqliteConnection connection);

    std::chrono::sys_days today() const;
    void write_all();
    Result<void> write(const std::deque<AskedQuery>& batch);
    Result<void> add(const AskedQuery& asked, SqliteStatement& statement);
    Result<void> forget_old();
    void settle(const Result<void>& written, std::size_t questions);

    Options options_;
    std::atomic<std::uint64_t> dropped_ = 0;

    // Only for the thread that writes, once it runs.
    SqliteConnection connection_;
    std::chrono::sys_days forgotten_on_{};
    bool failing_ = false;

    std::mutex mutex_;  // guards what follows
    std::condition_variable changed_;
    std::deque<AskedQuery> waiting_;
    bool writing_ = false;
    bool stopping_ = false;

    mutable std::mutex recurring_mutex_;  // guards what follows; held while it is counted
    mutable std::shared_ptr<const std::vector<RecurringQuery>> recurring_;  // null = never counted
    mutable int recurring_days_ = 0;
    mutable std::chrono::steady_clock::time_point counted_;

    std::thread writer_;
};

}  // namespace schakel
