#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "searchd/query/query.hpp"
#include "searchd/request/search_request.hpp"
#include "tests/searchd/engine/open_index.hpp"

namespace schakel {

/// Documents of a few made-up words (w0 often … w7 seldom) in all fields, with facet values, dates and titles that often
/// coincide. The same for the same seed.
std::vector<IndexDocument> small_corpus(std::uint32_t seed, std::size_t documents);

/// The documents in consecutive segments of at most `most` documents.
std::vector<std::vector<IndexDocument>> in_segments(const std::vector<IndexDocument>& documents, std::size_t most);

/// A corpus with the index that was made of it.
struct IndexedCorpus {
    std::vector<IndexDocument> documents;
    OpenIndex index;

    IndexedCorpus(std::vector<IndexDocument> corpus, std::size_t most_per_segment)
        : documents(std::move(corpus)), index(in_segments(documents, most_per_segment)) {}
};

/// Corpora of 1, 9 and 60 documents, each in one segment and in several. Made once.
const std::deque<IndexedCorpus>& indexed_corpora();

/// RapidCheck: one of them, and queries and filters that hit some of what is in it. To be called inside a property.
const IndexedCorpus& any_corpus();
Query any_query();
SearchRequest any_filters(const IndexSnapshot& snapshot);

/// What the engine promises, written down without an index: each document's score, empty when it does not match.
struct PlainAnswer {
    std::vector<std::optional<double>> scores;
    bool all_words = true;
};
PlainAnswer plain_answer(const std::vector<IndexDocument>& documents, const Query& query,
                         const Settings::Search& settings);

}  // namespace schakel
