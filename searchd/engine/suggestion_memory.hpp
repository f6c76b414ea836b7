#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "config/string_map.hpp"

namespace schakel {

/// What may have been meant with the queries asked last: the speller takes milliseconds, and every filter that is chosen and every
/// next page asks the same again, of whichever searcher. Of one snapshot, because it depends on the words that are in it. Keeps
/// at least the last half of `most_queries`. Safe from any thread: it has a lock of its own, which is free while the speller works.
class SuggestionMemory {
public:
    /// What `suggest()` gave for this query, or gives now.
    template <class Suggest>
    std::string of(const std::string& query, Suggest&& suggest) {
        if (auto known = find(query)) return std::move(*known);
        std::string suggestion = suggest();
        const std::lock_guard lock(mutex_);
        keep(query, suggestion);
        return suggestion;
    }

    static constexpr std::size_t most_queries = 1000;

private:
    /// One that was asked before counts as asked now.
    std::optional<std::string> find(std::string_view query) {
        const std::lock_guard lock(mutex_);
        if (const auto known = recent_.find(query); known != recent_.end()) return known->second;
        const auto known = earlier_.find(query);
        if (known == earlier_.end()) return std::nullopt;
        std::string suggestion = known->second;
        keep(std::string(query), suggestion);
        return suggestion;
    }

    void keep(const std::string& query, const std::string& suggestion) {
        if (recent_.size() >= most_queries / 2) earlier_ = std::exchange(recent_, {});
        recent_.emplace(query, suggestion);
    }

    std::mutex mutex_;
    StringMap<std::string> recent_;
    StringMap<std::string> earlier_;
};

}  // namespace schakel
