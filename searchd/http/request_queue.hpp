#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

#include "searchd/http/connection.hpp"

namespace schakel {

/// A request that waits for a thread, and whose it is.
struct WaitingRequest {
    Connection* connection = nullptr;
    RequestHead head;
    Connection::Clock::time_point since;
};

/// Requests in the order in which they came, so many at most. Safe from any thread.
class RequestQueue {
public:
    explicit RequestQueue(std::size_t most) : most_(most) {}

    /// False when it is full; `request` is left as it was then.
    bool put(WaitingRequest&& request) {
        {
            const std::lock_guard lock(mutex_);
            if (waiting_.size() >= most_ + idle_) return false;
            waiting_.push_back(std::move(request));
        }
        filled_.notify_one();
        return true;
    }

    /// The first; waits for one. Nothing after `end`.
    std::optional<WaitingRequest> take() {
        std::unique_lock lock(mutex_);
        ++idle_;
        filled_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
        --idle_;
        if (ended_) return std::nullopt;
        WaitingRequest first = std::move(waiting_.front());
        waiting_.pop_front();
        return first;
    }

    /// Lets all threads that wait go; what waits then is not answered.
    void end() {
        {
            const std::lock_guard lock(mutex_);
            ended_ = true;
        }
        filled_.notify_all();
    }

    std::size_t size() const {
        const std::lock_guard lock(mutex_);
        return waiting_.size() > idle_ ? waiting_.size() - idle_ : 0;
    }

private:
    std::size_t most_;
    mutable std::mutex mutex_;  // guards all below
    std::deque<WaitingRequest> waiting_;
    std::size_t idle_ = 0;  // threads that will take one at once: what they take does not wait
    bool ended_ = false;
    std::condition_variable filled_;
};

}  // namespace schakel
