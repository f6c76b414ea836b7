#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "analyzers/analyzer.hpp"
#include "searchd/engine/passages/word_places.hpp"
#include "searchd/engine/scoring/match_scores.hpp"
#include "searchd/engine/search_basis.hpp"
#include "searchd/query/query_expander.hpp"
#include "searchd/query/query_suggester.hpp"
#include "searchd/related/related_words.hpp"

namespace schakel {

/// What searches work with and threads may not share. Stays where it is made; one thread at a time. `basis` must outlive it.
struct SearchTools {
    /// Xapian exceptions pass through.
    explicit SearchTools(const SearchBasis& basis);
    SearchTools(const SearchTools&) = delete;
    SearchTools& operator=(const SearchTools&) = delete;

    /// The living document with this id; the same id may stand deleted in an old segment. Xapian exceptions pass through.
    std::optional<DocumentId> document_with(std::string_view id) const;

    /// Whether a document holds a term. Xapian exceptions pass through.
    bool holds(DocumentId document, const std::string& term) const;

    const IndexSnapshot& snapshot;
    std::vector<Xapian::Database> postings;  // per segment
    Analyzer analyzer;
    WordPlaces words;
    QueryExpander expander;
    MatchScores scores;
    QuerySuggester suggester;
    RelatedWords related;
};

}  // namespace schakel
