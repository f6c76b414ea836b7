#pragma once

#include <condition_variable>
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
    SearcherPool(std::shared_ptr<const IndexSnapshot> snapshot, const Installation& installation)
        : snapshot_(std::move(snapshot)), installation_(installation) {}

    /// An idle searcher, or a new one. Errors: index_corrupt.
    Result<std::unique_ptr<Searcher>> take();
    void give_back(std::unique_ptr<Searcher> searcher);

    const IndexSnapshot& snapshot() const { return *snapshot_; }

private:
    std::shared_ptr<const IndexSnapshot> snapshot_;
    const Installation& installation_;
    std::mutex mutex_;
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

/// The live generation of an index folder. A thread of its own looks at the `current` link and takes up what is published;
/// requests that run keep the snapshot they began with. A generation that cannot be opened is logged and the old one stays.
/// All members are safe from any thread.
class LiveIndex {
public:
    /// Errors: those of `IndexSnapshot::open`.
    static Result<std::unique_ptr<LiveIndex>> open(const std::filesystem::path& index,
                                                   const Installation& installation);

    ~LiveIndex();

    /// Errors: index_corrupt.
    Result<SearcherLease> searcher() const;

private:
    LiveIndex(IndexFolder folder, const Installation& installation)
        : folder_(std::move(folder)), installation_(installation) {}

    Result<void> take_up(std::uint32_t generation);
    void watch();
    std::shared_ptr<SearcherPool> pool() const;

    IndexFolder folder_;
    const Installation& installation_;
    mutable std::mutex mutex_;  // guards pool_ and stopping_
    std::shared_ptr<SearcherPool> pool_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::thread watcher_;
};

}  // namespace schakel
