#include "searchd/access/token_buckets.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace schakel {

namespace {

std::chrono::seconds time_for(double tokens, double per_second) {
    return std::chrono::seconds(static_cast<std::chrono::seconds::rep>(std::ceil(tokens / per_second)));
}

}  // namespace

TokenBuckets::Bucket& TokenBuckets::bucket_of(Shard& shard, std::string_view client, int per_minute,
                                              Clock::time_point now) const {
    if (const auto known = shard.by_client.find(client); known != shard.by_client.end()) {
        shard.buckets.splice(shard.buckets.begin(), shard.buckets, known->second);
        return shard.buckets.front();
    }
    if (shard.buckets.size() >= most_per_shard_) {
        shard.by_client.erase(shard.buckets.back().client);
        shard.buckets.pop_back();
    }
    Bucket& bucket = shard.buckets.emplace_front(Bucket{std::string(client), static_cast<double>(per_minute), now});
    shard.by_client.emplace(bucket.client, shard.buckets.begin());
    return bucket;
}

Quota TokenBuckets::take(std::string_view client, int per_minute, Clock::time_point now) {
    const double most = per_minute;
    const double per_second = most / 60;
    Shard& shard = shards_[std::hash<std::string_view>{}(client) % shard_count];
    const std::lock_guard lock(shard.mutex);
    Bucket& bucket = bucket_of(shard, client, per_minute, now);
    const double seconds = std::max(0.0, std::chrono::duration<double>(now - bucket.filled).count());
    bucket.tokens = std::min(most, bucket.tokens + seconds * per_second);
    bucket.filled = std::max(bucket.filled, now);
    if (bucket.tokens == most) bucket.refused = false;
    Quota quota{.limit = per_minute, .is_allowed = bucket.tokens >= 1};
    if (quota.is_allowed)
        bucket.tokens -= 1;
    else
        quota.is_first_refusal = !std::exchange(bucket.refused, true);
    quota.remaining = static_cast<int>(bucket.tokens);
    quota.full_after = time_for(most - bucket.tokens, per_second);
    if (!quota.is_allowed) quota.allowed_after = time_for(1 - bucket.tokens, per_second);
    return quota;
}

std::size_t TokenBuckets::size() const {
    std::size_t total = 0;
    for (const Shard& shard : shards_) {
        const std::lock_guard lock(shard.mutex);
        total += shard.buckets.size();
    }
    return total;
}

}  // namespace schakel
