#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "config/index/block_file.hpp"
#include "config/index/columns.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/manifest.hpp"
#include "config/index/term_sequences.hpp"
#include "config/index/text_store.hpp"
#include "config/string_map.hpp"
#include "searchd/engine/postings_file.hpp"
#include "searchd/query/query_expander.hpp"

namespace schakel {

/// A document of the snapshot: its number over all segments, from 0.
using DocumentId = std::uint32_t;

/// One segment as the searchers need it. Xapian objects may not be shared, so each searcher makes its own of the postings.
struct SnapshotSegment {
    PostingsFile postings;
    BlockFile records;
    TextStore texts;
    TermSequences sequences;
    DocumentId first = 0;  // number of its first document
    DocumentId count = 0;
};

/// One generation, opened and ready to search: what all threads share. All segments lie behind each other in one space of
/// document numbers, and facet values of all segments have one numbering. Immutable; safe from any thread.
class IndexSnapshot {
public:
    /// Errors: index_missing, index_mismatch (made by another version or configuration), index_corrupt, unreadable.
    static Result<std::shared_ptr<const IndexSnapshot>> open(const IndexFolder& folder, std::uint32_t generation,
                                                             const Installation& installation);

    std::uint32_t generation() const { return generation_; }
    const IndexManifest& manifest() const { return manifest_; }
    std::size_t documents() const { return date_rank_.size(); }
    const std::vector<SnapshotSegment>& segments() const { return segments_; }

    const FacetColumn& facet(std::size_t column) const { return facets_[column]; }

    /// Empty when no document has this value.
    std::optional<Ordinal> ordinal(std::size_t column, std::string_view code) const;

    /// Weight of one occurrence of a word in a text field of each document: field weight / BM25 length normalisation.
    const std::vector<float>& occurrence_weights(std::size_t text_field) const {
        return occurrence_weights_[text_field];
    }

    /// Place of each document when all are put newest first (then by title), or by title.
    const std::vector<std::uint32_t>& date_rank() const { return date_rank_; }
    const std::vector<std::uint32_t>& title_rank() const { return title_rank_; }

    /// What queries are expanded with.
    const ExpansionTables& expansions() const { return *expansions_; }

    /// The segment that holds a document (< documents()).
    const SnapshotSegment& segment_of(DocumentId document) const;

private:
    Result<void> add_segment(const std::filesystem::path& folder, Columns columns);
    void append_facets(const Columns& columns);
    void weigh_occurrences(const Settings::Search& settings);
    void rank_documents();

    std::uint32_t generation_ = 0;
    std::optional<ExpansionTables> expansions_;  // always there once opened
    IndexManifest manifest_;
    std::vector<SnapshotSegment> segments_;
    std::array<FacetColumn, facet_count> facets_;
    std::array<StringMap<Ordinal>, facet_count> ordinals_;
    std::array<std::vector<float>, text_field_count> occurrence_weights_;
    std::vector<std::uint32_t> date_rank_;
    std::vector<std::uint32_t> title_rank_;

    // Only while opening: the columns from which weights and ranks are made.
    std::array<std::vector<std::uint32_t>, text_field_count> lengths_;
    std::vector<std::uint32_t> dates_;
    std::vector<std::string> title_keys_;
};

}  // namespace schakel
