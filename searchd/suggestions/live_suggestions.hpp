#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "analyzers/installation.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/suggestions/suggestion_index.hpp"

namespace schakel {

/// The suggestions of the snapshot that is live. They take a second to make, so a thread of its own makes them: a new
/// generation is searched at once and suggested from a moment later, and until then what the earlier one had is
/// suggested as far as it is still there. Of the first one nothing is suggested until its suggestions are made: who types
/// can search without them, and threads that waited would be missing where others search. What others asked is read again
/// every hour. All members are safe from any thread.
class LiveSuggestions {
public:
    using FrequentQueries = std::function<std::vector<FrequentQuery>()>;

    /// `frequent` is called on the thread of its own. `installation` must outlive it.
    LiveSuggestions(const Installation& installation, FrequentQueries frequent);
    ~LiveSuggestions();

    /// From now on this snapshot is the live one. Returns at once; one that is known already costs nothing.
    void follow(const std::shared_ptr<const IndexSnapshot>& live);

    /// Waits until what is followed has been made, or could not be; no longer than `patience`. Returns whether it has been
    /// tried. For who starts: a small index has its suggestions then from the first request on.
    bool wait_until_made(std::chrono::milliseconds patience);

    /// Suggestions of products that `live` has; follows it too. Never waits: empty as long as none were ever made.
    /// Errors: index_corrupt.
    Result<std::vector<SearchSuggestion>> answer(const SuggestionRequest& request,
                                                 const std::shared_ptr<const IndexSnapshot>& live);

private:
    void keep_up();
    void make(const std::shared_ptr<const IndexSnapshot>& snapshot);

    const Installation& installation_;
    FrequentQueries frequent_;

    std::mutex mutex_;  // guards what follows
    std::condition_variable changed_;
    std::shared_ptr<const IndexSnapshot> wanted_;  // to be made; null = nothing to do
    bool making_ = false;
    std::weak_ptr<const IndexSnapshot> followed_;
    std::shared_ptr<const SuggestionIndex> index_;
    std::optional<Error> failure_;  // of the last attempt
    bool stopping_ = false;

    std::thread maker_;
};

}  // namespace schakel
