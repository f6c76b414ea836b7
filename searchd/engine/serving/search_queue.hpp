#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <utility>

#include "config/error.hpp"

namespace schakel {

/// Lets a number of searches run at a time and the others wait for their turn, in the order in which they came. Safe from any
/// thread; a thread that holds a ticket must not ask for another one.
class SearchQueue {
public:
    /// At least one search at once. Who has waited for `patience` is refused, as is who finds `most_waiting` before it.
    SearchQueue(std::size_t at_once, std::size_t most_waiting, std::chrono::milliseconds patience)
        : at_once_(at_once), most_waiting_(most_waiting), patience_(patience) {}

    /// The right to search, until it goes out of scope. The queue must outlive it.
    class Ticket {
    public:
        explicit Ticket(SearchQueue& queue) : queue_(&queue) {}
        Ticket(Ticket&& other) noexcept : queue_(std::exchange(other.queue_, nullptr)) {}
        Ticket& operator=(Ticket&&) = delete;
        ~Ticket() {
            if (queue_ != nullptr) queue_->leave();
        }

    private:
        SearchQueue* queue_;
    };

    /// Errors: overloaded.
    Result<Ticket> enter();

    /// How it stands now, and how many were refused since the start.
    struct Counts {
        std::size_t running = 0;
        std::size_t waiting = 0;
        std::uint64_t refused = 0;
    };
    Counts counts() const;

    std::size_t at_once() const { return at_once_; }

private:
    struct Waiter {
        std::condition_variable called;
        bool admitted = false;
    };

    void leave();
    tl::unexpected<Error> refuse();

    std::size_t at_once_;
    std::size_t most_waiting_;
    std::chrono::milliseconds patience_;
    mutable std::mutex mutex_;  // guards what follows, and the waiters
    std::size_t running_ = 0;
    std::deque<Waiter*> waiting_;  // first come first; each lives on the stack of its thread
    std::uint64_t refused_ = 0;
};

/// How many searches run at once by these settings.
std::size_t searches_at_once(int searches);

}  // namespace schakel
