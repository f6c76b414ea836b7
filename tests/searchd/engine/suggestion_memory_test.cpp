#include "searchd/engine/suggestion_memory.hpp"

#include <atomic>
#include <thread>

#include <catch2/catch.hpp>

namespace schakel {

TEST_CASE("the speller is asked once for a query, also when it knows nothing better") {
    SuggestionMemory memory;
    int asked = 0;
    const auto speller = [&] {
        ++asked;
        return std::string("jeugdzorg");
    };
    CHECK(memory.of("jeugtzorg", speller) == "jeugdzorg");
    CHECK(memory.of("jeugtzorg", speller) == "jeugdzorg");
    CHECK(asked == 1);
    const auto nothing = [&] {
        ++asked;
        return std::string();
    };
    CHECK(memory.of("wijkteam", nothing).empty());
    CHECK(memory.of("wijkteam", nothing).empty());
    CHECK(asked == 2);
}

TEST_CASE("only so many queries are remembered") {
    SuggestionMemory memory;
    std::size_t asked = 0;
    const auto ask_all = [&] {
        for (std::size_t i = 0; i <= SuggestionMemory::most_queries; ++i)
            memory.of(std::to_string(i), [&] {
                ++asked;
                return std::to_string(i);
            });
    };
    ask_all();
    CHECK(asked == SuggestionMemory::most_queries + 1);
    CHECK(memory.of("0", [] { return std::string("opnieuw"); }) == "opnieuw");  // forgotten meanwhile
}

TEST_CASE("a query that keeps coming back is not forgotten") {
    SuggestionMemory memory;
    const auto speller = [] { return std::string("jeugdzorg"); };
    memory.of("jeugtzorg", speller);
    for (std::size_t i = 0; i < 5 * SuggestionMemory::most_queries; ++i) {
        memory.of(std::to_string(i), [] { return std::string(); });
        if (i % 100 == 0) CHECK(memory.of("jeugtzorg", [] { return std::string("opnieuw"); }) == "jeugdzorg");
    }
}

TEST_CASE("threads remember together") {
    SuggestionMemory memory;
    std::atomic<int> asked{0};
    const auto ask_all = [&] {
        for (std::size_t i = 0; i < SuggestionMemory::most_queries / 2; ++i) {
            const std::string query = std::to_string(i);
            const std::string suggestion = memory.of(query, [&] {
                ++asked;
                return query + "!";
            });
            if (suggestion != query + "!") asked = 1'000'000;
        }
    };
    std::thread other(ask_all);
    ask_all();
    other.join();
    const int before = asked;
    CHECK(before <= static_cast<int>(SuggestionMemory::most_queries));
    ask_all();
    CHECK(asked == before);
}

}  // namespace schakel
