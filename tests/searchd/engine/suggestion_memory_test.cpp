#include "searchd/engine/suggestion_memory.hpp"

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

}  // namespace schakel
