#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "searchd/engine/search_response.hpp"
#include "searchd/engine/word_places.hpp"

namespace schakel {

/// Clauses of a query, a bit each.
using ClauseSet = std::uint64_t;

/// A word of the query at a position of a text.
struct PlacedHit {
    std::uint32_t position = 0;
    ClauseSet clauses = 0;  // that it shows
    bool implied = false;  // by a word that the text implies there, which may be longer than the word that stands there
};

/// Where a word ends that the text implies at `word` and that shows `clauses`.
using ImpliedEnd = std::function<std::size_t(const PlacedWord& word, ClauseSet clauses)>;

/// The passage of at most about `most_bytes` of `text` that shows the most different words of a query, whole sentences where they
/// fit; empty when no hit stands at one of `words`. `words` are all of the text, `hits` in order of position. Pure.
std::optional<Fragment> best_passage(std::string_view text, std::span<const PlacedWord> words,
                                     std::span<const PlacedHit> hits, std::size_t most_bytes,
                                     const ImpliedEnd& implied_end);

}  // namespace schakel
