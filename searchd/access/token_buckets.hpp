#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace schakel {

/// How much one client has left of what it may ask in a minute.
struct Quota {
    int limit = 0;      // requests per minute
    int remaining = 0;  // now, this one taken off
    bool is_allowed = true;
    bool is_first_refusal = false;         // since it last had everything left
    std::chrono::seconds full_after{};     // until it has everything left again, when it asks nothing
    std::chrono::seconds allowed_after{};  // until it may ask again; 0 when it may now
};

/// Counts the requests of many clients by the token bucket: everyone has `per_minute` requests in store, and they come back evenly.
/// Holds so many clients at most; who has not asked for longest is forgotten first, which gives them a full store. Divided into
/// shards with a lock each, so that threads seldom wait for each other. Safe from any thread.
class TokenBuckets {
public:
    using Clock = std::chrono::steady_clock;

    explicit TokenBuckets(std::size_t most_clients) : most_per_shard_(most_clients / shard_count + 1) {}

    /// Takes one request (`per_minute` > 0) from the store of a client, if there is one left.
    Quota take(std::string_view client, int per_minute, Clock::time_point now);

    /// How many clients are remembered.
    std::size_t size() const;

private:
    static constexpr std::size_t shard_count = 16;

    struct Bucket {
        std::string client;
        double tokens = 0;
        Clock::time_point filled;
        bool refused = false;
    };

    struct Shard {
        mutable std::mutex mutex;   // guards what follows
        std::list<Bucket> buckets;  // who asked last comes first
        std::unordered_map<std::string_view, std::list<Bucket>::iterator> by_client;
    };

    Bucket& bucket_of(Shard& shard, std::string_view client, int per_minute, Clock::time_point now) const;

    std::size_t most_per_shard_;
    std::array<Shard, shard_count> shards_;
};

}  // namespace schakel
