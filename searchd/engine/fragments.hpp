#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzers/analyzer.hpp"
#include "config/settings.hpp"
#include "searchd/engine/index_snapshot.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Clauses of a query, a bit each.
using ClauseSet = std::uint64_t;

/// Finds the passages of a product that show the words of the query. The term sequences lead to the few stretches
/// of text that are read and analysed, so a long report costs little more than a short one. One thread.
class FragmentFinder {
public:
    FragmentFinder(const Query& query, Analyzer& analyzer, const Settings::Search& settings);

    /// At most `settings.fragments` passages, of the abstract first, then of the text. Empty when the words stand only in
    /// the title or the labels. Errors: index_corrupt.
    Result<std::vector<Fragment>> find(const SnapshotSegment& segment, DocumentId document,
                                       const std::string& abstract);

private:
    struct Block {
        std::size_t number = 0;
        std::size_t words = 0;  // clauses of the query that it shows
    };

    ClauseSet clauses_of(const Word* word);

    Result<std::vector<Block>> best_blocks(const SnapshotSegment& segment, DocumentId local) const;
    bool add_best_passage(std::string_view text, std::uint32_t page, std::vector<Fragment>& fragments);

    Analyzer& analyzer_;
    const Settings::Search& settings_;
    StringMap<ClauseSet> clauses_by_term_;
    std::unordered_map<const Word*, ClauseSet> clauses_by_word_;  // of the words met so far
    Tokens tokens_;
};

}  // namespace schakel
