#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "config/index/index_folder.hpp"
#include "searchd/engine/searcher.hpp"

namespace schakel {

/// The searchers of one snapshot that no thread is using. Safe from any thread.
class SearcherPool {
public:
    SearcherPool(std::shared_ptr<const IndexSnapshot> snapshot, const Installation& installation,
                 std::shared_ptr<const ExpansionTables> expansions)
        : snapshot_(std::move(snapshot)), installation_(installation), expansions_(std::move(expansions)) {}

    /// An idle searcher, or a new one. Errors: index_corrupt.
    Result<std::unique_ptr<Searcher>> take();
    void give_back(std::unique_ptr<Searcher> searcher);

    const IndexSnapshot& snapshot() const { return *snapshot_; }

private:
    std::shared_ptr<const IndexSnapshot> snapshot_;
    const Installation& installation_;
    std::shared_ptr<const ExpansionTables> expansions_;
    std::mutex mutex_;  // guards idle_
    std::vector<std::unique_ptr<Searcher>> idle_;
};

/// A searcher on loan: gives it back when it goes out of scope, also when its generation has meanwhile been replaced.
class SearcherLease {
public:
    SearcherLease(std::shared_ptr<SearcherPool> pool, std::unique_ptr<Searcher> searcher)
        : pool_(std::move(pool)), searcher_(std::move(searcher)) {}
    SearcherLease(SearcherLease&&) noexcept = default;
    SearcherLease& operator=(SearcherLease&&) = delete;
    ~SearcherLease() {
        if (searcher_) pool_->give_back(std::move(searcher_));
    }

    Searcher* operator->() const { return searcher_.get(); }
    Searcher& operator*() const { return *searcher_; }

private:
    std::shared_ptr<SearcherPool> pool_;
    std::unique_ptr<Searcher> searcher_;
};

/// The live generation of an index folder without what is on its blocklist. A thread of its own looks at the `current` link and at
/// the blocklist and takes up what is published or blocked; requests that run keep the snapshot they began with. A generation or
/// blocklist that cannot be read is logged, and what was there stays. All members are safe from any thread.
class LiveIndex {
public:
    /// Errors: those of `IndexSnapshot::open`.
    static Result<std::unique_ptr<LiveIndex>> open(const std::filesystem::path& index,
                                                   const Installation& installation);

    ~LiveIndex();

    /// Errors: index_corrupt.
    Result<SearcherLease> searcher() const;

private:
    /// By what a file that is replaced can be told from the one before it; zeros when there is none.
    struct FileStamp {
        std::uint64_t inode = 0;
        std::int64_t size = 0;
        std::int64_t changed = 0;  // ns since 1970

        static FileStamp of(const std::filesystem::path& file);
        bool operator==(const FileStamp&) const = default;
    };

    LiveIndex(IndexFolder folder, const Installation& installation);

    Result<void> begin();
    void watch();
    void follow_blocklist();
    void follow_generation();
    Result<void> take_up(std::uint32_t generation, const IndexSnapshot* predecessor);
    void serve(std::shared_ptr<const IndexSnapshot> snapshot);
    std::shared_ptr<SearcherPool> pool() const;

    IndexFolder folder_;
    const Installation& installation_;
    std::shared_ptr<const ExpansionTables> expansions_;
    mutable std::mutex mutex_;  // guards pool_ and stopping_
    std::shared_ptr<SearcherPool> pool_;
    std::condition_variable wake_;
    bool stopping_ = false;

    // Only for the thread that watches, once it runs.
    std::uint32_t seen_generation_ = 0;
    FileStamp seen_blocklist_;
    Blocklist blocklist_;
    std::thread watcher_;
};

}  // namespace schakel
