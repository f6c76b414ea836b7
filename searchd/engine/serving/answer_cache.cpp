#include "searchd/engine/serving/answer_cache.hpp"

#include <algorithm>
#include <functional>

#include "searchd/engine/serving/response_size.hpp"

namespace schakel {

namespace {

constexpr std::size_t most_shards = 16;
constexpr std::size_t roomy_shard = 4 << 20;  // bytes; smaller shards could not hold a page of 100 results
constexpr std::size_t overhead = 160;         // bytes of list, table and counters per answer

}  // namespace

struct AnswerCache::Shard {
    struct Entry {
        std::string request;
        std::shared_ptr<const SearchResponse> response;
        std::size_t bytes = 0;
    };

    std::mutex mutex;                                                         // guards all that follows
    std::list<Entry> recent;                                                  // last asked for first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> places;  // the keys stand in `recent`
    std::size_t bytes = 0;

    void drop(std::list<Entry>::iterator entry) {
        bytes -= entry->bytes;
        places.erase(entry->request);
        recent.erase(entry);
    }
};

AnswerCache::AnswerCache(std::size_t most_bytes, CacheCounts& counts) : counts_(counts) {
    const std::size_t shards = most_bytes == 0 ? 0 : std::clamp<std::size_t>(most_bytes / roomy_shard, 1, most_shards);
    for (std::size_t i = 0; i < shards; ++i) shards_.push_back(std::make_unique<Shard>());
    if (shards > 0) most_bytes_per_shard_ = most_bytes / shards;
}

AnswerCache::~AnswerCache() = default;

AnswerCache::Shard& AnswerCache::shard_of(std::string_view request) const {
    return *shards_[std::hash<std::string_view>{}(request) % shards_.size()];
}

std::shared_ptr<const SearchResponse> AnswerCache::find(std::string_view request) {
    if (shards_.empty()) return nullptr;
    Shard& shard = shard_of(request);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.places.find(request);
    if (found == shard.places.end()) {
        ++counts_.misses;
        return nullptr;
    }
    ++counts_.hits;
    shard.recent.splice(shard.recent.begin(), shard.recent, found->second);
    return found->second->response;
}

void AnswerCache::keep(std::string request, std::shared_ptr<const SearchResponse> response) {
    if (shards_.empty()) return;
    const std::size_t bytes = overhead + request.capacity() + size_in_memory(*response);
    if (bytes > most_bytes_per_shard_) return;
    Shard& shard = shard_of(request);
    const std::lock_guard lock(shard.mutex);
    if (const auto known = shard.places.find(request); known != shard.places.end()) shard.drop(known->second);
    while (shard.bytes + bytes > most_bytes_per_shard_) shard.drop(std::prev(shard.recent.end()));
    shard.recent.push_front({std::move(request), std::move(response), bytes});
    shard.places.emplace(shard.recent.front().request, shard.recent.begin());
    shard.bytes += bytes;
}

std::size_t AnswerCache::bytes() const {
    std::size_t sum = 0;
    for (const std::unique_ptr<Shard>& shard : shards_) {
        const std::lock_guard lock(shard->mutex);
        sum += shard->bytes;
    }
    return sum;
}

}  // namespace schakel
