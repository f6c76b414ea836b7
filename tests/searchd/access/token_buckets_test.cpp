#include "searchd/access/token_buckets.hpp"

#include <atomic>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

using namespace schakel;
using namespace std::chrono_literals;

TEST_CASE("a minute's worth at once, and then as they come back") {
    TokenBuckets buckets(100);
    const TokenBuckets::Clock::time_point begin{1h};
    for (int left = 59; left >= 0; --left) {
        const Quota quota = buckets.take("een", 60, begin);
        CHECK(quota.is_allowed);
        CHECK(quota.remaining == left);
        CHECK(quota.limit == 60);
        CHECK(quota.full_after == std::chrono::seconds(60 - left));
        CHECK(quota.allowed_after == 0s);
    }
    const Quota refused = buckets.take("een", 60, begin);
    CHECK_FALSE(refused.is_allowed);
    CHECK(refused.remaining == 0);
    CHECK(refused.allowed_after == 1s);
    CHECK_FALSE(buckets.take("een", 60, begin + 900ms).is_allowed);
    CHECK(buckets.take("een", 60, begin + 1s).is_allowed);
    CHECK_FALSE(buckets.take("een", 60, begin + 1s).is_allowed);
    CHECK(buckets.take("een", 60, begin + 1h).remaining == 59);
}

TEST_CASE("clients do not use up what others have") {
    TokenBuckets buckets(100);
    const TokenBuckets::Clock::time_point now{1h};
    CHECK(buckets.take("een", 1, now).is_allowed);
    CHECK_FALSE(buckets.take("een", 1, now).is_allowed);
    CHECK(buckets.take("twee", 1, now).is_allowed);
}

TEST_CASE("only the first refusal of a row is one") {
    TokenBuckets buckets(100);
    const TokenBuckets::Clock::time_point now{1h};
    buckets.take("een", 1, now);
    CHECK(buckets.take("een", 1, now).is_first_refusal);
    CHECK_FALSE(buckets.take("een", 1, now).is_first_refusal);
    CHECK(buckets.take("een", 1, now + 60s).is_allowed);
    CHECK(buckets.take("een", 1, now + 60s).is_first_refusal);
}

TEST_CASE("a limit that is changed holds at once") {
    TokenBuckets buckets(100);
    const TokenBuckets::Clock::time_point now{1h};
    CHECK(buckets.take("een", 1000, now).remaining == 999);
    CHECK(buckets.take("een", 10, now).remaining == 9);
}

TEST_CASE("so many clients are remembered, those who asked last") {
    TokenBuckets buckets(160);
    const TokenBuckets::Clock::time_point now{1h};
    for (int i = 0; i < 100'000; ++i) {
        buckets.take(std::to_string(i), 2, now);
        buckets.take("trouw", 1'000'000, now);
    }
    CHECK(buckets.size() <= 160 + 16);
    CHECK(buckets.take("trouw", 1'000'000, now).remaining == 1'000'000 - 100'001);
}

TEST_CASE("threads together get no more than there is") {
    TokenBuckets buckets(100);
    const TokenBuckets::Clock::time_point now{1h};
    std::atomic<int> allowed = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int j = 0; j < 1000; ++j) allowed += buckets.take("een", 500, now).is_allowed ? 1 : 0;
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(allowed == 500);
}

TEST_CASE("whenever it asks, a client gets a minute's worth and what came back since, and not more") {
    rc::prop("never more than limit + elapsed × rate", [] {
        const int limit = *rc::gen::inRange(1, 200);
        const auto steps =
            *rc::gen::container<std::vector<int>>(rc::gen::inRange(-50, 3000));  // ms; clocks of threads differ
        TokenBuckets buckets(10);
        const TokenBuckets::Clock::time_point begin{1h};
        auto now = begin;
        auto latest = begin;
        int allowed = 0;
        for (const int step : steps) {
            now += std::chrono::milliseconds(step);
            latest = std::max(latest, now);
            const Quota quota = buckets.take("een", limit, now);
            allowed += quota.is_allowed ? 1 : 0;
            RC_ASSERT(quota.remaining >= 0);
            RC_ASSERT(quota.remaining < limit);
            RC_ASSERT(quota.is_allowed == (quota.allowed_after == 0s));
            const double seconds = std::chrono::duration<double>(latest - begin).count();
            RC_ASSERT(allowed <= limit + seconds * limit / 60 + 1e-6);
        }
    });
}
