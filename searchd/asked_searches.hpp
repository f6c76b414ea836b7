#pragma once

#include <string_view>

#include "config/error.hpp"
#include "searchd/engine/serving/live_index.hpp"
#include "searchd/live_measurements.hpp"
#include "searchd/query_log/query_log.hpp"

namespace schakel {

/// Every search that somebody asks, by the page, a frame, the API or SRU, goes through here: it is answered, counted for `/metrics`
/// and kept in the query log. What nobody asks in so many words (feeds that are fetched every hour, counts beside an answer)
/// goes to the index itself. Safe from any thread.
class AskedSearches {
public:
    /// What it is given must outlive it. Without a `log` no queries are kept.
    AskedSearches(LiveIndex& index, QueryLog* log) : index_(index), log_(log) {}

    /// From the cache or the engine. Errors: those of `LiveIndex::answer`.
    Result<Answer> answer(const SearchRequest& request);

    /// The same for who does not write as people type: the log has `typed`, which asks the same in the search box.
    Result<Answer> answer(const SearchRequest& request, std::string_view typed);

    LiveIndex& index() const { return index_; }
    const SearchCounts& counts() const { return counts_; }

private:
    LiveIndex& index_;
    QueryLog* log_;
    SearchCounts counts_;
};

}  // namespace schakel
