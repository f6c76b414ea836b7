#include "searchd/engine/serving/search_queue.hpp"

#include <algorithm>
#include <thread>

namespace schakel {

Result<SearchQueue::Ticket> SearchQueue::enter() {
    std::unique_lock lock(mutex_);
    if (running_ < at_once_) {  // then nobody waits: a place that comes free is handed over
        ++running_;
        return Ticket(*this);
    }
    if (waiting_.size() >= most_waiting_) return refuse();
    Waiter own;
    waiting_.push_back(&own);
    if (own.called.wait_for(lock, patience_, [&] { return own.admitted; })) return Ticket(*this);
    std::erase(waiting_, &own);
    return refuse();
}

void SearchQueue::leave() {
    const std::lock_guard lock(mutex_);
    if (waiting_.empty()) {
        --running_;
        return;
    }
    Waiter& next = *waiting_.front();
    waiting_.pop_front();
    next.admitted = true;
    next.called.notify_one();  // while locked: after that the waiter may be gone
}

tl::unexpected<Error> SearchQueue::refuse() {
    ++refused_;
    return fail(ErrorCode::overloaded,
                {"Er wordt op dit moment te veel gezocht.", "Too many searches are running now."},
                {"Probeer het zo weer.", "Try again in a moment."});
}

SearchQueue::Counts SearchQueue::counts() const {
    const std::lock_guard lock(mutex_);
    return {running_, waiting_.size(), refused_};
}

std::size_t searches_at_once(int searches) {
    if (searches > 0) return static_cast<std::size_t>(searches);
    return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace schakel
