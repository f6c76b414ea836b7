#include "searchd/engine/live_index.hpp"

#include <chrono>

#include <sys/stat.h>

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
    return Searcher::create(snapshot_, installation_, expansions_);
}

void SearcherPool::give_back(std::unique_ptr<Searcher> searcher) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(searcher));
}

LiveIndex::FileStamp LiveIndex::FileStamp::of(const std::filesystem::path& file) {
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0) return {};
    return {status.st_ino, status.st_size, status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec};
}

LiveIndex::LiveIndex(IndexFolder folder, const Installation& installation)
    : folder_(std::move(folder)),
      installation_(installation),
      expansions_(std::make_shared<const ExpansionTables>(installation)) {}

Result<std::unique_ptr<LiveIndex>> LiveIndex::open(const std::filesystem::path& index,
                                                   const Installation& installation) {
    std::unique_ptr<LiveIndex> live(new LiveIndex(IndexFolder(index), installation));
    if (auto begun = live->begin(); !begun) return tl::unexpected(begun.error());
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

/// Unlike later, a blocklist that cannot be read is fatal here: there is none from before that could be kept.
Result<void> LiveIndex::begin() {
    const auto generation = folder_.live();
    if (!generation) return tl::unexpected(generation.error());
    seen_generation_ = *generation;
    seen_blocklist_ = FileStamp::of(folder_.root() / blocklist_name);
    auto blocklist = read_blocklist(folder_.root());
    if (!blocklist) return tl::unexpected(blocklist.error());
    blocklist_ = std::move(*blocklist);
    return take_up(*generation, nullptr);
}

Result<void> LiveIndex::take_up(std::uint32_t generation, const IndexSnapshot* predecessor) {
    auto snapshot = IndexSnapshot::open(folder_, generation, installation_, blocklist_, predecessor);
    if (!snapshot) return tl::unexpected(snapshot.error());
    serve(std::move(*snapshot));
    return {};
}

void LiveIndex::serve(std::shared_ptr<const IndexSnapshot> snapshot) {
    spdlog::info("generatie {}: {} producten", snapshot->generation(), snapshot->living());
    auto fresh = std::make_shared<SearcherPool>(std::move(snapshot), installation_, expansions_);
    const std::lock_guard lock(mutex_);
    pool_ = std::move(fresh);
}

void LiveIndex::watch() {
    const std::chrono::milliseconds interval(installation_.settings.server.generation_poll_milliseconds);
    while (true) {
        {
            std::unique_lock lock(mutex_);
            if (wake_.wait_for(lock, interval, [this] { return stopping_; })) return;
        }
        follow_blocklist();
        follow_generation();
    }
}

void LiveIndex::follow_blocklist() {
    // The stamp first: what changes while the file is read is seen at the next look.
    const FileStamp stamp = FileStamp::of(folder_.root() / blocklist_name);
    if (stamp == seen_blocklist_) return;
    seen_blocklist_ = stamp;
    auto blocklist = read_blocklist(folder_.root());
    if (!blocklist)
        return spdlog::error("de blokkadelijst van daarvoor blijft gelden: {}",
                             to_text(blocklist.error(), Language::dutch));
    blocklist_ = std::move(*blocklist);
    auto snapshot = pool()->snapshot().with_blocklist(blocklist_);
    if (!snapshot)
        return spdlog::error("de blokkadelijst wordt niet gebruikt: {}", to_text(snapshot.error(), Language::dutch));
    serve(std::move(*snapshot));
}

void LiveIndex::follow_generation() {
    const auto generation = folder_.live();
    if (!generation || *generation == seen_generation_) return;
    seen_generation_ = *generation;
    const std::shared_ptr<SearcherPool> serving = pool();
    if (auto taken = take_up(*generation, &serving->snapshot()); !taken)
        spdlog::error("generatie {} wordt niet gebruikt: {}", *generation, to_text(taken.error(), Language::dutch));
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
