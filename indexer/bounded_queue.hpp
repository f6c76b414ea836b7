#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace schakel {

/// Hands values from one thread to another; the giver waits while `capacity` values are on their way. Safe from any thread.
template <class T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    void push(T value) {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return values_.size() < capacity_; });
        values_.push_back(std::move(value));
        filled_.notify_one();
    }

    /// No more values will come.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        filled_.notify_all();
    }

    /// Waits for a value; empty when the queue is closed and everything has been taken.
    std::optional<T> pop() {
        std::unique_lock lock(mutex_);
        filled_.wait(lock, [&] { return closed_ || !values_.empty(); });
        if (values_.empty()) return std::nullopt;
        T value = std::move(values_.front());
        values_.pop_front();
        room_.notify_one();
        return value;
    }

private:
    std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::condition_variable filled_;
    std::deque<T> values_;
    bool closed_ = false;
};

}  // namespace schakel
