#include "searchd/engine/scoring/hit_cache.hpp"

#include <catch2/catch.hpp>

namespace schakel {
namespace {

std::shared_ptr<const Hits> hits(std::size_t count) { return std::make_shared<const Hits>(count, Hit{1, 1}); }

}  // namespace

TEST_CASE("hits that were not used for longest make room for others") {
    HitCache cache(3 * 8'500);
    for (const char* key : {"zorg", "wijk", "jeugd"}) cache.keep(key, hits(1'000));  // 8,000 bytes each
    CHECK(cache.find("zorg") != nullptr);
    cache.keep("wonen", hits(1'000));
    CHECK(cache.find("zorg") != nullptr);
    CHECK(cache.find("wijk") == nullptr);
    CHECK(cache.find("wonen") != nullptr);
}

TEST_CASE("hits that outgrow the cache are not kept, and push nothing out") {
    HitCache cache(10'000);
    cache.keep("zorg", hits(100));
    cache.keep("de", hits(5'000));
    CHECK(cache.find("de") == nullptr);
    CHECK(cache.find("zorg") != nullptr);
    cache.clear();
    CHECK(cache.find("zorg") == nullptr);
}

TEST_CASE("hits in use stay as they are when the cache forgets them") {
    HitCache cache(10'000);
    cache.keep("zorg", hits(100));
    const auto used = cache.find("zorg");
    cache.clear();
    CHECK(used->size() == 100);
}

}  // namespace schakel
