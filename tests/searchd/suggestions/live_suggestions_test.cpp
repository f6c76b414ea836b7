#include "searchd/suggestions/live_suggestions.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>

#include <catch2/catch.hpp>

#include "tests/sample_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

namespace schakel {
namespace {

std::size_t titles(LiveSuggestions& suggestions, const std::shared_ptr<const IndexSnapshot>& live) {
    const auto found = suggestions.answer({.typed = "mantelz", .limit = 50}, live);
    REQUIRE(found);
    return static_cast<std::size_t>(std::ranges::count(*found, SuggestionKind::title, &SearchSuggestion::kind));
}

TEST_CASE("suggestions follow the live snapshot, and what is gone goes at once") {
    const SampleIndex small({sample_documents(sample_products(2))});
    const SampleIndex large({sample_documents(sample_products(12))});
    const auto first = *IndexSnapshot::open(small.folder(), 1, sample_installation());
    const auto second = *IndexSnapshot::open(large.folder(), 1, sample_installation());
    std::atomic<int> asked = 0;
    LiveSuggestions suggestions(sample_installation(), [&] {
        ++asked;
        return std::vector<FrequentQuery>{};
    });
    suggestions.follow(first);
    REQUIRE(suggestions.wait_until_made(std::chrono::seconds(20)));
    CHECK(titles(suggestions, first) == 1);
    CHECK(asked == 1);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    std::size_t found = titles(suggestions, second);
    CHECK((found == 0 || found == 3));  // those of the first snapshot are not in the second
    while (found == 0 && std::chrono::steady_clock::now() < end) found = titles(suggestions, second);
    CHECK(found == 3);
    CHECK(asked == 2);
}

TEST_CASE("nobody waits for the first suggestions: there are none until they are made") {
    const SampleIndex files({sample_documents(sample_products(2))});
    const auto live = *IndexSnapshot::open(files.folder(), 1, sample_installation());
    std::promise<void> go_on;
    const std::shared_future<void> may_go_on = go_on.get_future().share();
    LiveSuggestions suggestions(sample_installation(), [may_go_on] {
        may_go_on.wait();
        return std::vector<FrequentQuery>{};
    });
    const auto is_empty = [&] {
        const auto found = suggestions.answer({.typed = "mantelz"}, live);
        return found && found->empty();
    };
    std::vector<std::future<bool>> asking;
    for (int i = 0; i < 16; ++i) asking.push_back(std::async(std::launch::async, is_empty));
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    const bool answered =
        std::ranges::all_of(asking, [&](const auto& one) { return one.wait_until(end) == std::future_status::ready; });
    CHECK_FALSE(suggestions.wait_until_made(std::chrono::milliseconds(1)));
    go_on.set_value();
    REQUIRE(answered);
    for (auto& one : asking) CHECK(one.get());
    REQUIRE(suggestions.wait_until_made(std::chrono::seconds(20)));
    CHECK(titles(suggestions, live) == 1);
}

TEST_CASE("suggestions that nobody asks for stop in time") {
    const LiveSuggestions suggestions(sample_installation(), [] { return std::vector<FrequentQuery>{}; });
}

}  // namespace
}  // namespace schakel
