#include "searchd/engine/live_index.hpp"

#include <chrono>

#include <spdlog/spdlog.h>

namespace schakel {

Result<std::unique_ptr<Searcher>> SearcherPool::take() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            std::unique_ptr<Searcher> searcher = std::move(idle_.back());
            idle_.pop_back();
            return searcher;
        }
    }
    return Searcher::create(snapshot_, installation_);
}

void SearcherPool::give_back(std::unique_ptr<Searcher> searcher) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(searcher));
}

Result<std::unique_ptr<LiveIndex>> LiveIndex::open(const std::filesystem::path& index,
                                                   const Installation& installation) {
    std::unique_ptr<LiveIndex> live(new LiveIndex(IndexFolder(index), installation));
    const auto generation = live->folder_.live();
    if (!generation) return tl::unexpected(generation.error());
    if (auto taken = live->take_up(*generation); !taken) return tl::unexpected(taken.error());
    live->watcher_ = std::thread([raw = live.get()] { raw->watch(); });
    return live;
}

LiveIndex::~LiveIndex() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (watcher_.joinable()) watcher_.join();
}

Result<void> LiveIndex::take_up(std::uint32_t generation) {
    auto snapshot = IndexSnapshot::open(folder_, generation, installation_);
    if (!snapshot) return tl::unexpected(snapshot.error());
    spdlog::info("generatie {}: {} producten", generation, (*snapshot)->documents());
    auto fresh = std::make_shared<SearcherPool>(std::move(*snapshot), installation_);
    const std::lock_guard lock(mutex_);
    pool_ = std::move(fresh);
    return {};
}

void LiveIndex::watch() {
    const std::chrono::milliseconds interval(installation_.settings.server.generation_poll_milliseconds);
    std::uint32_t seen = pool()->snapshot().generation();
    while (true) {
        {
            std::unique_lock lock(mutex_);
            if (wake_.wait_for(lock, interval, [this] { return stopping_; })) return;
        }
        const auto generation = folder_.live();
        if (!generation || *generation == seen) continue;
        seen = *generation;
        if (auto taken = take_up(*generation); !taken)
            spdlog::error("generatie {} wordt niet gebruikt: {}", *generation, to_text(taken.error(), Language::dutch));
    }
}

std::shared_ptr<SearcherPool> LiveIndex::pool() const {
    const std::lock_guard lock(mutex_);
    return pool_;
}

Result<SearcherLease> LiveIndex::searcher() const {
    std::shared_ptr<SearcherPool> from = pool();
    auto searcher = from->take();
    if (!searcher) return tl::unexpected(searcher.error());
    return SearcherLease(std::move(from), std::move(*searcher));
}

}  // namespace schakel
