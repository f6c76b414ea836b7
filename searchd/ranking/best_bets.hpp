#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/string_map.hpp"
#include "searchd/engine/scoring/top_results.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Reads a query as users' queries are read.
using QueryReader = std::function<Query(std::string_view)>;

/// What curators want on top for a query: `best-bets.tsv`. A query is recognised by its words in all their forms and in any
/// order; stop words do not matter beside others. Words in quotes, operators, patterns and fields ask for something precise and
/// never match. Immutable after loading; safe from any thread.
class BestBets {
public:
    BestBets() = default;

    /// Errors (config_invalid) name file:line: no ids, more than five, an id twice, the same query twice, a query that can
    /// never match; not_found and unreadable.
    static Result<BestBets> load(const std::filesystem::path& file, const QueryReader& read_query);

    /// The ids of the products, in the order in which they are to be shown; none for most queries. Before expansion or after.
    std::span<const std::string> ids_for(const Query& query) const;

private:
    StringMap<std::vector<std::string>> by_words_;
};

/// Puts the chosen hits at the front of the best hits, in the order of the curator. They must be hits of the request (they match
/// and pass its filters), so that the total stays what it was; they may stand in `top` or behind it. `top` keeps its length when
/// it had `capacity` hits or more, so every page shows what it should.
void promote(std::vector<RankedDocument>& top, std::span<const RankedDocument> chosen, std::size_t capacity);

}  // namespace schakel
