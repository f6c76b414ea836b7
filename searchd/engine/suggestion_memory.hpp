#pragma once

#include <cstddef>
#include <string>

#include "config/string_map.hpp"

namespace schakel {

/// What may have been meant with the queries asked last: the speller takes milliseconds, and every filter that is chosen and every
/// next page asks the same again. Of one snapshot, because it depends on the words that are in it. One thread.
class SuggestionMemory {
public:
    /// What `suggest()` gave for this query, or gives now. Lives until the next call.
    template <class Suggest>
    const std::string& of(const std::string& query, Suggest&& suggest) {
        if (const auto known = suggestions_.find(query); known != suggestions_.end()) return known->second;
        if (suggestions_.size() >= most_queries) suggestions_.clear();
        return suggestions_.emplace(query, suggest()).first->second;
    }

    static constexpr std::size_t most_queries = 500;

private:
    StringMap<std::string> suggestions_;
};

}  // namespace schakel
