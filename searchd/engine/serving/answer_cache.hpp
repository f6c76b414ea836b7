#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searchd/engine/search_response.hpp"

namespace schakel {

/// How often an answer was in the cache or not since the start, over all snapshots. Safe from any thread.
struct CacheCounts {
    std::atomic<std::uint64_t> hits{0};
    std::atomic<std::uint64_t> misses{0};
};

/// Answers that one snapshot has given, by `canonical_text` of the request; those longest not asked for go first when there is no
/// room. Divided into shards with a lock each, so that threads seldom wait for each other. Safe from any thread.
class AnswerCache {
public:
    /// `most_bytes` 0 = nothing is kept. `counts` must outlive the cache.
    AnswerCache(std::size_t most_bytes, CacheCounts& counts);
    ~AnswerCache();

    /// Null when it is not there.
    std::shared_ptr<const SearchResponse> find(std::string_view request);

    /// Keeps an answer unless it alone would fill a shard.
    void keep(std::string request, std::shared_ptr<const SearchResponse> response);

    /// What it holds now, all overhead included.
    std::size_t bytes() const;

private:
    struct Shard;

    Shard& shard_of(std::string_view request) const;

    CacheCounts& counts_;
    std::size_t most_bytes_per_shard_ = 0;
    std::vector<std::unique_ptr<Shard>> shards_;
};

}  // namespace schakel
