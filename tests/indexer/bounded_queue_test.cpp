#include "indexer/bounded_queue.hpp"

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("values come out in the order they went in, then nothing") {
    BoundedQueue<int> queue(3);
    queue.push(1);
    queue.push(2);
    queue.close();
    CHECK(queue.pop() == 1);
    CHECK(queue.pop() == 2);
    CHECK_FALSE(queue.pop());
    CHECK_FALSE(queue.pop());
}

TEST_CASE("the giver waits when the taker is behind") {
    BoundedQueue<int> queue(2);
    std::atomic<int> given = 0;
    std::thread giver([&] {
        for (int i = 0; i < 50; ++i) {
            queue.push(i);
            ++given;
        }
        queue.close();
    });
    std::vector<int> taken;
    bool never_ahead = true;
    while (const auto value = queue.pop()) {
        taken.push_back(*value);
        never_ahead = never_ahead && given <= static_cast<int>(taken.size()) + 2;
    }
    giver.join();
    CHECK(taken.size() == 50);
    CHECK(std::is_sorted(taken.begin(), taken.end()));
    CHECK(never_ahead);
}

TEST_CASE("a taker that waits is woken by the end") {
    BoundedQueue<int> queue(1);
    bool ended = false;
    std::thread taker([&] { ended = !queue.pop(); });
    queue.close();
    taker.join();
    CHECK(ended);
}

}  // namespace schakel
