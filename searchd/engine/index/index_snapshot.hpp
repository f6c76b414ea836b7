#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "config/index/blocklist.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/manifest.hpp"
#include "config/text.hpp"
#include "searchd/engine/index/index_generation.hpp"
#include "searchd/engine/index/joined_columns.hpp"
#include "searchd/engine/index/shared_ids.hpp"

namespace schakel {

/// One of the indexes that are searched as one.
struct SearchedIndex {
    std::string name;  // as users know it; empty = the own one
    std::shared_ptr<const IndexGeneration> generation;
    std::shared_ptr<const Blocklist> blocklist;  // of this index
};

/// What every answer must say of the indexes that are searched, or should be.
struct IndexStanding {
    std::vector<Text> notices;
    bool incomplete = false;  // one of them could not be searched at all
};

/// One generation of the own index and of every other one that is searched along, ready to search: what all threads share. All
/// segments lie behind each other in one space of document numbers, the own ones first, so frequencies, lengths and counts are
/// those of all indexes together. Documents keep their number but are *hidden* (nothing may show, count or suggest them) when
/// their generation deleted them, the blocklist of their index or that of the own index has their id, or an index before theirs
/// has a product with the same id. Only how often a term occurs (`TermStatistics`) and the mean lengths still include them until
/// their segment is merged; that moves scores slightly, and never what is found. Immutable; safe from any thread.
class IndexSnapshot {
public:
    /// Opens a generation, alone, with the blocklist of its index. Errors: index_missing, index_mismatch (made by another version
    /// or configuration), index_corrupt, unreadable.
    static Result<std::shared_ptr<const IndexSnapshot>> open(const IndexFolder& folder, std::uint32_t generation,
                                                             const Installation& installation);

    /// Joins indexes that are open; the first one (there must be one) is the own. What `predecessor` (may be null) has computed of
    /// the same segments is taken over from it. Errors: unreadable, index_corrupt.
    static Result<std::shared_ptr<const IndexSnapshot>> join(std::vector<SearchedIndex> indexes, IndexStanding standing,
                                                             const Settings::Search& settings,
                                                             const IndexSnapshot* predecessor);

    /// Of the own index.
    std::uint32_t generation() const { return indexes_.front().generation->number(); }
    const IndexManifest& manifest() const { return indexes_.front().generation->manifest(); }

    /// The indexes that are searched, the own one first.
    std::span<const SearchedIndex> indexes() const { return indexes_; }

    /// What every answer must say, about indexes that are missing, damaged or old; and whether one of them is not searched.
    std::span<const Text> notices() const { return standing_.notices; }
    bool incomplete() const { return standing_.incomplete; }

    const std::vector<SnapshotSegment>& segments() const { return segments_; }

    /// Size of the space of document numbers, hidden ones included.
    std::size_t documents() const { return columns_->documents(); }

    /// How many documents can be found.
    std::size_t living() const { return documents() - hidden_.size(); }

    /// The documents that must not be found, ascending.
    std::span<const DocumentId> hidden() const { return hidden_; }
    bool is_hidden(DocumentId document) const;

    /// See `JoinedColumns`.
    const JoinedColumns& columns() const { return *columns_; }
    const FacetColumn& facet(std::size_t column) const { return columns_->facet(column); }
    std::optional<Ordinal> ordinal(std::size_t column, std::string_view code) const {
        return columns_->ordinal(column, code);
    }
    const std::vector<float>& occurrence_weights(std::size_t text_field) const {
        return columns_->occurrence_weights(text_field);
    }
    const std::vector<std::uint32_t>& date_rank() const { return columns_->date_rank(); }
    const std::vector<std::uint32_t>& title_rank() const { return columns_->title_rank(); }

    /// The segment that holds a document (< documents()).
    const SnapshotSegment& segment_of(DocumentId document) const;

    /// The index that holds a document (< documents()).
    const SearchedIndex& index_of(DocumentId document) const { return indexes_[segment_of(document).index]; }

private:
    void add_segments();
    Result<void> read_columns(const Settings::Search& settings, const IndexSnapshot* predecessor);
    Result<void> hide();
    void hide_deleted();
    void hide_blocked(const SnapshotSegment& segment);
    void hide_shared();
    bool has_segments_of(const IndexSnapshot& other) const;

    std::vector<SearchedIndex> indexes_;
    IndexStanding standing_;
    std::vector<SnapshotSegment> segments_;
    std::shared_ptr<const JoinedColumns> columns_ = std::make_shared<const JoinedColumns>();
    std::shared_ptr<const std::vector<SharedId>> shared_;
    std::vector<DocumentId> hidden_;  // ascending
};

}  // namespace schakel
