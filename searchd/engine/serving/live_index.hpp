#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "searchd/engine/index/watched_index.hpp"
#include "searchd/engine/serving/search_queue.hpp"
#include "searchd/engine/serving/searcher_pool.hpp"

namespace schakel {

/// An answer and what it cost.
struct Answer {
    std::shared_ptr<const SearchResponse> response;
    double milliseconds = 0;  // now: next to nothing when it was in the cache
};

/// The live generation of an index folder and of the other indexes of the settings, without what their blocklists name. A thread of
/// its own looks at them and takes up what is published, blocked, damaged or mended; requests that run keep the snapshot they
/// began with. The own index must be there at the start, and what was there of it stays whatever happens; another one that cannot
/// be searched is left out and reported in every answer (`IndexSnapshot::notices`). All members are safe from any thread.
class LiveIndex {
public:
    /// Errors: those of `IndexSnapshot::open` and `SearchTables::load`; config_invalid when two of the indexes are the same folder.
    static Result<std::unique_ptr<LiveIndex>> open(const std::filesystem::path& index,
                                                   const Installation& installation);

    ~LiveIndex();

    std::shared_ptr<const IndexSnapshot> snapshot() const { return pool()->shared_snapshot(); }

    /// The answer to a request, from the cache when it was given before. Errors: overloaded, index_corrupt.
    Result<Answer> answer(const SearchRequest& request);

    /// Waits for its turn and calls `question(Searcher&)`, which gives a Result. When that is index_corrupt (someone replaces the
    /// files of an index under us), all files are read again, and the question is asked once more, whole, of what is left.
    /// `question` must not ask for another searcher. Errors: overloaded, index_corrupt, those of `question`.
    template <class Question>
    auto ask(Question&& question) -> std::invoke_result_t<Question&, Searcher&> {
        const std::shared_ptr<SearcherPool> from = pool();
        auto answer = ask_once(from, question);
        if (answer || answer.error().code != ErrorCode::index_corrupt || !is_renewed_after_damage(from)) return answer;
        return ask_once(pool(), question);
    }

    /// A searcher without waiting for a turn: for what takes no time. Errors: index_corrupt.
    Result<SearcherLease> searcher() const { return lend(pool()); }

    /// For those who watch over the daemon.
    SearchQueue::Counts queue_counts() const { return queue_.counts(); }
    const CacheCounts& cache_counts() const { return cache_counts_; }
    std::size_t cache_bytes() const { return pool()->answers().bytes(); }

private:
    LiveIndex(const std::filesystem::path& index, const Installation& installation,
              std::shared_ptr<const SearchTables> tables);

    Result<void> begin();
    void watch();
    bool look(bool closely);
    IndexStanding standing() const;
    bool says_something_else() const;
    Result<std::shared_ptr<const IndexSnapshot>> join(const IndexSnapshot* predecessor) const;
    Result<std::shared_ptr<const IndexSnapshot>> join_what_can_be(std::vector<SearchedIndex> indexes) const;
    Result<void> renew();
    std::shared_ptr<SearcherPool> pool() const;
    bool is_renewed_after_damage(const std::shared_ptr<SearcherPool>& from);
    static Result<SearcherLease> lend(std::shared_ptr<SearcherPool> from);
    static tl::unexpected<Error> changed_under_us();

    template <class Question>
    auto ask_once(const std::shared_ptr<SearcherPool>& from, Question& question)
        -> std::invoke_result_t<Question&, Searcher&> {
        const auto ticket = queue_.enter();
        if (!ticket) return tl::unexpected(ticket.error());
        auto searcher = lend(from);
        if (!searcher) return tl::unexpected(searcher.error());
        auto answer = question(**searcher);
        if (from->is_suspect()) return changed_under_us();
        return answer;
    }

    const Installation& installation_;
    std::shared_ptr<const SearchTables> tables_;
    CacheCounts cache_counts_;
    SearchQueue queue_;
    mutable std::mutex mutex_;  // guards what follows until the next blank line
    std::shared_ptr<SearcherPool> pool_;
    std::condition_variable wake_;
    std::condition_variable looked_;
    std::chrono::steady_clock::time_point closely_looked_{};  // when damage was last looked for; never at first
    std::uint64_t close_looks_ = 0;
    bool look_closely_ = false;  // someone waits for that
    bool stopping_ = false;

    // Only for the thread that watches, once it runs.
    std::vector<WatchedIndex> indexes_;  // the own one first
    std::vector<Text> said_;             // of them, with what is served
    std::thread watcher_;
};

}  // namespace schakel
