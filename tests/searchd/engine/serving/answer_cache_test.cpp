#include "searchd/engine/serving/answer_cache.hpp"

#include <thread>

#include <catch2/catch.hpp>

#include "searchd/engine/serving/response_size.hpp"

namespace schakel {
namespace {

std::shared_ptr<const SearchResponse> response_of(std::size_t bytes) {
    auto response = std::make_shared<SearchResponse>();
    response->suggestion = std::string(bytes, 'x');
    return response;
}

}  // namespace

TEST_CASE("an answer that was kept is found, by its own request only") {
    CacheCounts counts;
    AnswerCache cache(1 << 20, counts);
    const auto answer = response_of(100);
    CHECK(cache.find("zoek=zorg") == nullptr);
    cache.keep("zoek=zorg", answer);
    CHECK(cache.find("zoek=zorg") == answer);
    CHECK(cache.find("zoek=zorgen") == nullptr);
    CHECK(counts.hits == 1);
    CHECK(counts.misses == 2);
}

TEST_CASE("what was longest not asked for goes first") {
    CacheCounts counts;
    AnswerCache cache(100'000, counts);
    for (const char* request : {"a", "b", "c"}) cache.keep(request, response_of(30'000));
    REQUIRE(cache.find("a") != nullptr);
    cache.keep("d", response_of(30'000));
    CHECK(cache.find("a") != nullptr);
    CHECK(cache.find("b") == nullptr);
    CHECK(cache.find("c") != nullptr);
    CHECK(cache.find("d") != nullptr);
}

TEST_CASE("the limit holds, also when an answer is replaced or is too large by itself") {
    CacheCounts counts;
    AnswerCache cache(10 << 20, counts);
    for (int round = 0; round < 2; ++round)
        for (int i = 0; i < 2000; ++i) {
            cache.keep("zoek=" + std::to_string(i), response_of(static_cast<std::size_t>(i * 37 % 20'000)));
            REQUIRE(cache.bytes() <= 10 << 20);
        }
    CHECK(cache.bytes() > 5 << 20);
    const std::size_t before = cache.bytes();
    cache.keep("groot", response_of(11 << 20));
    CHECK(cache.find("groot") == nullptr);
    CHECK(cache.bytes() == before);
}

TEST_CASE("without room nothing is kept") {
    CacheCounts counts;
    AnswerCache cache(0, counts);
    cache.keep("zoek=zorg", response_of(1));
    CHECK(cache.find("zoek=zorg") == nullptr);
    CHECK(cache.bytes() == 0);
}

TEST_CASE("threads share a cache") {
    CacheCounts counts;
    AnswerCache cache(1 << 20, counts);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (std::size_t i = 0; i < 5000; ++i) {
                const std::string request = std::to_string(i % 100);
                if (const auto known = cache.find(request); known == nullptr)
                    cache.keep(request, response_of(i % 100 * 200));
                else if (known->suggestion.size() != i % 100 * 200)
                    std::terminate();
            }
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(counts.hits + counts.misses == 20'000);
    CHECK(cache.bytes() <= 1 << 20);
}

TEST_CASE("the size of an answer counts what it points to") {
    SearchResponse response;
    const std::size_t empty = size_in_memory(response);
    response.hits.resize(1);
    response.hits[0].record.title = std::string(1000, 't');
    response.hits[0].record.values[0].push_back({std::string(100, 'c'), "", "", ""});
    response.hits[0].fragments.push_back({{{std::string(500, 'f'), true}}});
    CHECK(size_in_memory(response) > empty + sizeof(SearchHit) + 1600);
    CHECK(size_in_memory(response) < empty + sizeof(SearchHit) + 3000);
}

}  // namespace schakel
