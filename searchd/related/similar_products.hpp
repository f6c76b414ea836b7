#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/engine/scoring/top_results.hpp"
#include "searchd/query/query.hpp"
#include "searchd/related/key_terms.hpp"

namespace schakel {

/// Words of a product that a search for similar ones uses; more only bring in what is similar by accident.
inline constexpr std::size_t most_key_terms = 25;

/// How many of the best by words `most_similar` chooses from.
inline constexpr std::size_t similar_candidates = 100;

/// A product that is like another one.
struct SimilarDocument {
    DocumentId document = 0;
    double score = 0;
    std::vector<std::string> common;  // words that both have, those that say most first; at most five
};

/// The search for products like the one that has these key terms: any of them, each by its weight. Pure.
Query similar_query(std::span<const KeyTerm> terms);

/// Whether a document holds a base term.
using HoldsTerm = std::function<bool(DocumentId document, const std::string& term)>;

/// Of the documents found by `similar_query`, best first, those that are most like `own`: they hold at least two of its
/// key terms, and sharing themes counts for more. Not `own` itself, nor what is hidden; at most `most`, in an order
/// that is always the same.
std::vector<SimilarDocument> most_similar(DocumentId own, std::span<const RankedDocument> ranked,
                                          std::span<const KeyTerm> terms, const IndexSnapshot& snapshot,
                                          const HoldsTerm& holds, std::size_t most);

}  // namespace schakel
