#include "searchd/engine/serving/searcher_pool.hpp"

#include "searchd/engine/index/lost_pages.hpp"

namespace schakel {

SearcherPool::SearcherPool(std::shared_ptr<const IndexSnapshot> snapshot, const Common& common,
                           std::uint64_t lost_pages)
    : basis_(std::make_shared<const SearchBasis>(std::move(snapshot), common.installation, common.tables)),
      most_idle_(common.most_idle),
      lost_pages_(lost_pages),
      answers_(static_cast<std::size_t>(common.installation.settings.search.cache_megabytes) << 20,
               common.cache_counts) {}

Result<std::unique_ptr<Searcher>> SearcherPool::take() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            std::unique_ptr<Searcher> searcher = std::move(idle_.back());
            idle_.pop_back();
            return searcher;
        }
    }
    return Searcher::create(basis_);
}

void SearcherPool::give_back(std::unique_ptr<Searcher> searcher) {
    const std::lock_guard lock(mutex_);
    if (idle_.size() < most_idle_) idle_.push_back(std::move(searcher));
}

Result<void> SearcherPool::prepare() {
    for (std::size_t i = 0; i < most_idle_; ++i) {
        auto searcher = Searcher::create(basis_);
        if (!searcher) return tl::unexpected(searcher.error());
        give_back(std::move(*searcher));
    }
    return {};
}

bool SearcherPool::is_suspect() const { return schakel::lost_pages() != lost_pages_; }

}  // namespace schakel
