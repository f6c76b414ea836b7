#include "searchd/suggestions/live_suggestions.hpp"

#include <chrono>

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
        lock.unlock();
        make(snapshot);
        lock.lock();
    }
}

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
    changed_.notify_all();
}

std::shared_ptr<const SuggestionIndex> LiveSuggestions::made_first() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return index_ != nullptr || failure_ || stopping_; });
    return index_;
}

Result<std::vector<SearchSuggestion>> LiveSuggestions::answer(const SuggestionRequest& request,
                                                              const std::shared_ptr<const IndexSnapshot>& live) {
    follow(live);
    const auto index = made_first();
    if (index != nullptr) return index->answer(request, *live);
    const std::lock_guard lock(mutex_);
    if (failure_) return tl::unexpected(*failure_);
    return std::vector<SearchSuggestion>{};
}

}  // namespace schakel
