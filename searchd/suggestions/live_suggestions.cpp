#include "searchd/suggestions/live_suggestions.hpp"

#include <chrono>

#include <malloc.h>
#include <spdlog/spdlog.h>

namespace schakel {

namespace {

constexpr std::chrono::hours between_queries{1};

}  // namespace

LiveSuggestions::LiveSuggestions(const Installation& installation, FrequentQueries frequent)
    : installation_(installation), frequent_(std::move(frequent)), maker_([this] { keep_up(); }) {}

LiveSuggestions::~LiveSuggestions() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    maker_.join();
}

void LiveSuggestions::follow(const std::shared_ptr<const IndexSnapshot>& live) {
    {
        const std::lock_guard lock(mutex_);
        if (followed_.lock() == live) return;
        followed_ = live;
        wanted_ = live;
    }
    changed_.notify_all();
}

void LiveSuggestions::keep_up() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        if (wanted_ == nullptr &&
            !changed_.wait_for(lock, between_queries, [this] { return stopping_ || wanted_ != nullptr; }))
            wanted_ = followed_.lock();
        const std::shared_ptr<const IndexSnapshot> snapshot = std::exchange(wanted_, nullptr);
        if (stopping_ || snapshot == nullptr) continue;
        making_ = true;
        lock.unlock();
        make(snapshot);
        lock.lock();
        making_ = false;
        changed_.notify_all();
    }
}

/// Making them takes as much memory again as they keep. The C library holds on to what lies between blocks that stay, unless it
/// is asked for.
void LiveSuggestions::make(const std::shared_ptr<const IndexSnapshot>& snapshot) {
    std::shared_ptr<const SuggestionIndex> predecessor;
    {
        const std::lock_guard lock(mutex_);
        predecessor = index_;
    }
    auto made = SuggestionIndex::build(*snapshot, frequent_(), installation_, predecessor.get());
    if (!made) spdlog::error("suggesties zijn niet vernieuwd: {}", to_text(made.error(), Language::dutch));
    {
        const std::lock_guard lock(mutex_);
        if (made)
            index_ = std::move(*made);
        else
            failure_ = made.error();
    }
    predecessor.reset();
    ::malloc_trim(0);
}

bool LiveSuggestions::wait_until_made(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, patience, [this] { return wanted_ == nullptr && !making_; });
}

Result<std::vector<SearchSuggestion>> LiveSuggestions::answer(const SuggestionRequest& request,
                                                              const std::shared_ptr<const IndexSnapshot>& live) {
    follow(live);
    std::unique_lock lock(mutex_);
    if (const auto index = index_; index != nullptr) {
        lock.unlock();
        return index->answer(request, *live);
    }
    if (failure_) return tl::unexpected(*failure_);
    return std::vector<SearchSuggestion>{};
}

}  // namespace schakel
