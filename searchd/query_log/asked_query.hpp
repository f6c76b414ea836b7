#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searchd/engine/search_response.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// A question that was answered.
struct AskedQuery {
    std::string text;  // as typed
    std::uint64_t results = 0;
    bool all_words = true;             // whether all words had to be there
    std::vector<std::string> filters;  // "thema=jeugd": the codes chosen, in any order
};

/// What the log keeps of a search; nothing when it is no question of its own: without words, a next page, or still
/// being typed. The region somebody searches from is left out: it says more about them than about the question. Pure.
std::optional<AskedQuery> asked_query(const SearchRequest& request, const SearchResponse& response);

}  // namespace schakel
