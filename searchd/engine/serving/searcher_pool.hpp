#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "searchd/engine/searcher.hpp"
#include "searchd/engine/serving/answer_cache.hpp"

namespace schakel {

/// What serves one snapshot: the searchers that no thread is using, and the answers it has given. Safe from any thread.
class SearcherPool {
public:
    /// What all pools of an index have in common; must outlive them.
    struct Common {
        const Installation& installation;
        std::shared_ptr<const SearchTables> tables;
        std::size_t most_idle = 1;  // searchers kept for later; each holds arrays of a few bytes per document
        CacheCounts& cache_counts;
    };

    /// `lost_pages` is how many were lost before the snapshot was opened.
    SearcherPool(std::shared_ptr<const IndexSnapshot> snapshot, const Common& common, std::uint64_t lost_pages);

    /// An idle searcher, or a new one. Errors: index_corrupt.
    Result<std::unique_ptr<Searcher>> take();
    void give_back(std::unique_ptr<Searcher> searcher);

    /// Makes as many searchers as are kept, so that the first to search need not wait for theirs. Errors: index_corrupt.
    Result<void> prepare();

    const IndexSnapshot& snapshot() const { return *basis_->snapshot; }
    const std::shared_ptr<const IndexSnapshot>& shared_snapshot() const { return basis_->snapshot; }
    AnswerCache& answers() { return answers_; }

    /// Whether a file of some snapshot was cut off under us since this one was opened: then nothing it says can be trusted.
    bool is_suspect() const;

private:
    std::shared_ptr<const SearchBasis> basis_;
    std::size_t most_idle_;
    std::uint64_t lost_pages_;
    AnswerCache answers_;
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

}  // namespace schakel
