#pragma once

#include <memory>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "config/index/stored_record.hpp"
#include "searchd/engine/facets/facet_outlines.hpp"
#include "searchd/engine/index/copies.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/engine/search_tables.hpp"
#include "searchd/engine/suggestion_memory.hpp"
#include "searchd/ranking/ranking_columns.hpp"
#include "searchd/related/segment_words.hpp"

namespace schakel {

/// A snapshot with what is worked out of it once for all searchers. Immutable but for what they remember together; safe from any
/// thread.
struct SearchBasis {
    /// `installation` must outlive it. Takes up to some tens of milliseconds.
    SearchBasis(std::shared_ptr<const IndexSnapshot> of, const Installation& installation,
                std::shared_ptr<const SearchTables> tables);

    /// What is stored of a document, its copies included. Errors: index_corrupt.
    Result<StoredRecord> record_of(DocumentId document) const;

    std::shared_ptr<const IndexSnapshot> snapshot;
    const Installation& installation;
    std::shared_ptr<const SearchTables> tables;
    RankingColumns ranking;
    FacetOutlines outlines;
    std::vector<std::shared_ptr<const SegmentWords>> words;  // by segment
    Copies copies;
    std::unique_ptr<SuggestionMemory> suggestions = std::make_unique<SuggestionMemory>();  // never null
};

}  // namespace schakel
