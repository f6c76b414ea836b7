#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "analyzers/analyzer.hpp"
#include "analyzers/expansion/expansion_tables.hpp"
#include "analyzers/installation.hpp"
#include "searchd/engine/copies.hpp"
#include "searchd/engine/index_snapshot.hpp"
#include "searchd/engine/match_scores.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/engine/sequence_reader.hpp"
#include "searchd/engine/top_results.hpp"
#include "searchd/engine/word_places.hpp"
#include "searchd/query/query_expander.hpp"
#include "searchd/query/query_suggester.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// Answers questions from one snapshot. It owns what may not be shared between threads (Xapian databases, analyzer, score
/// arrays), so one thread uses it at a time; take one from `SearcherPool`. `installation` must outlive it.
class Searcher {
public:
    /// Expansion tables are made when none are given; they depend on the installation only and take a while. Errors: index_corrupt.
    static Result<std::unique_ptr<Searcher>> create(std::shared_ptr<const IndexSnapshot> snapshot,
                                                    const Installation& installation,
                                                    std::shared_ptr<const ExpansionTables> expansions = nullptr);

    /// Errors: index_corrupt.
    Result<SearchResponse> search(const SearchRequest& request);

    /// Empty when the index has no product with this id, or it is hidden. Errors: index_corrupt.
    Result<std::optional<StoredRecord>> find(std::string_view id);

    /// What the analysis of a text makes of its words, as JSON (see analyzers/analysis_rows.hpp).
    std::string analysis(std::string_view text);

    const IndexSnapshot& snapshot() const { return *snapshot_; }

private:
    Searcher(std::shared_ptr<const IndexSnapshot> snapshot, const Installation& installation,
             std::shared_ptr<const ExpansionTables> expansions);

    Result<SearchResponse> answer(const SearchRequest& request);
    Result<void> rerank(const Query& query, SequenceReader& sequences, std::vector<RankedDocument>& top);
    std::optional<DocumentId> document_with(std::string_view id) const;
    Result<StoredRecord> record_of(DocumentId document) const;
    std::vector<UsedSynonym> used_synonyms(const Query& query) const;
    bool may_be_misspelt(const Query& query) const;
    bool is_indexed(const Alternative& alternative) const;

    std::shared_ptr<const IndexSnapshot> snapshot_;
    const Installation& installation_;
    std::shared_ptr<const ExpansionTables> expansions_;
    Copies copies_;
    std::vector<Xapian::Database> postings_;  // per segment
    Analyzer analyzer_;
    WordPlaces words_;
    QueryExpander expander_;
    QuerySuggester suggester_;
    MatchScores scores_;
};

}  // namespace schakel
