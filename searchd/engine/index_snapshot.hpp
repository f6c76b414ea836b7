#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "config/index/blocklist.hpp"
#include "config/index/index_folder.hpp"
#include "config/index/manifest.hpp"
#include "searchd/engine/joined_columns.hpp"
#include "searchd/engine/segment.hpp"

namespace schakel {

/// A segment at its place in the space of document numbers.
struct SnapshotSegment {
    std::shared_ptr<const Segment> files;
    DocumentId first = 0;  // number of its first document
    DocumentId count = 0;  // deleted ones included
};

/// One generation, opened and ready to search: what all threads share. All segments lie behind each other in one space of
/// document numbers. Documents that the generation has deleted or that a curator blocked keep their number and are *hidden*:
/// nothing may show, count or suggest them. Only how often a term occurs (`TermStatistics`) and the mean
/// lengths still include them until their segment is merged; that moves scores slightly, and never what is found.
/// Immutable; safe from any thread.
class IndexSnapshot {
public:
    /// Opens a generation with the blocklist of the index. Errors: index_missing, index_mismatch (made by another version or
    /// configuration), index_corrupt, unreadable.
    static Result<std::shared_ptr<const IndexSnapshot>> open(const IndexFolder& folder, std::uint32_t generation,
                                                             const Installation& installation);

    /// The same with a blocklist that was read before. Segments that `predecessor` (may be null) has too are taken over from it:
    /// they are not read again. Its installation must be the same.
    static Result<std::shared_ptr<const IndexSnapshot>> open(const IndexFolder& folder, std::uint32_t generation,
                                                             const Installation& installation,
                                                             const Blocklist& blocklist,
                                                             const IndexSnapshot* predecessor);

    /// This generation with another blocklist; shares everything else. Errors: index_corrupt.
    Result<std::shared_ptr<const IndexSnapshot>> with_blocklist(const Blocklist& blocklist) const;

    std::uint32_t generation() const { return generation_; }
    const IndexManifest& manifest() const { return manifest_; }
    const std::vector<SnapshotSegment>& segments() const { return segments_; }

    /// Size of the space of document numbers, hidden ones included.
    std::size_t documents() const { return columns_->documents(); }

    /// How many documents can be found.
    std::size_t living() const { return documents() - hidden_.size(); }

    /// The documents that must not be found, ascending.
    std::span<const DocumentId> hidden() const { return hidden_; }
    bool is_hidden(DocumentId document) const;

    /// See `JoinedColumns`.
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

private:
    Result<void> add_segments(const std::filesystem::path& generation, const IndexSnapshot* predecessor);
    Result<void> read_deleted(const std::filesystem::path& generation);
    Result<void> hide(const Blocklist& blocklist);

    std::shared_ptr<const Segment> segment(const ManifestSegment& described) const;
    bool has_segments_of(const IndexManifest& manifest) const;

    std::uint32_t generation_ = 0;
    IndexManifest manifest_;
    std::vector<SnapshotSegment> segments_;
    std::shared_ptr<const JoinedColumns> columns_ = std::make_shared<const JoinedColumns>();
    std::vector<DocumentId> deleted_;  // ascending, as hidden_
    std::vector<DocumentId> hidden_;   // deleted or blocked
};

}  // namespace schakel
