#include "searchd/engine/serving/search_queue.hpp"

#include <atomic>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

namespace schakel {
namespace {

using namespace std::chrono_literals;

void wait_until_waiting(const SearchQueue& queue, std::size_t count) {
    while (queue.counts().waiting != count) std::this_thread::yield();
}

}  // namespace

TEST_CASE("never more searches at once than allowed, and everybody has a turn") {
    SearchQueue queue(3, 100, 60s);
    std::atomic<int> running = 0;
    std::atomic<int> most = 0;
    std::atomic<int> served = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 12; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 200; ++i) {
                const auto ticket = queue.enter();
                const int now = ++running;
                for (int known = most; now > known && !most.compare_exchange_weak(known, now);) continue;
                if (ticket) ++served;
                std::this_thread::yield();
                --running;
            }
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(most <= 3);
    CHECK(served == 2400);
    CHECK(queue.counts().running == 0);
    CHECK(queue.counts().waiting == 0);
    CHECK(queue.counts().refused == 0);
}

TEST_CASE("who came first is served first") {
    SearchQueue queue(1, 10, 60s);
    std::vector<std::size_t> order;  // guarded by the ticket
    std::vector<std::thread> threads;
    {
        const auto first = queue.enter();
        for (std::size_t number = 0; number < 5; ++number) {
            threads.emplace_back([&, number] {
                const auto ticket = queue.enter();
                order.push_back(number);
            });
            wait_until_waiting(queue, number + 1);
        }
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(order == std::vector<std::size_t>{0, 1, 2, 3, 4});
}

TEST_CASE("who finds too many before it is refused at once") {
    SearchQueue queue(1, 1, 60s);
    auto running = std::make_unique<Result<SearchQueue::Ticket>>(queue.enter());
    std::thread waiting([&] { CHECK(queue.enter()); });
    wait_until_waiting(queue, 1);
    const auto refused = queue.enter();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::overloaded);
    CHECK(row_of(refused.error().code).http_status == 503);
    CHECK(queue.counts().refused == 1);
    running.reset();
    waiting.join();
    CHECK(queue.enter());
}

TEST_CASE("waiting has an end") {
    SearchQueue queue(1, 10, 20ms);
    {
        const auto running = queue.enter();
        CHECK(queue.enter().error().code == ErrorCode::overloaded);
    }
    CHECK(queue.counts().waiting == 0);
    CHECK(queue.enter());
}

TEST_CASE("no setting means one search per core") {
    CHECK(searches_at_once(3) == 3);
    CHECK(searches_at_once(0) >= 1);
}

}  // namespace schakel
