#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/error.hpp"
#include "config/index/columns.hpp"
#include "config/index/manifest.hpp"
#include "config/settings.hpp"
#include "config/string_map.hpp"

namespace schakel {

/// A document of a snapshot: its number over all segments, from 0.
using DocumentId = std::uint32_t;

/// The columns of all segments behind each other, in one space of document numbers and with one numbering of facet values, and
/// what is computed from them. Deleted documents are among them: mean lengths and ranks are those of all that the segments hold,
/// so snapshots that differ in deletions share one. Immutable; safe from any thread.
class JoinedColumns {
public:
    /// The columns of the segments that a manifest names, in that order. Errors: unreadable, index_corrupt.
    static Result<std::shared_ptr<const JoinedColumns>> read(const std::filesystem::path& generation,
                                                             const IndexManifest& manifest,
                                                             const Settings::Search& settings);

    std::size_t documents() const { return date_rank_.size(); }

    const FacetColumn& facet(std::size_t column) const { return facets_[column]; }

    /// Empty when no document has this value.
    std::optional<Ordinal> ordinal(std::size_t column, std::string_view code) const;

    /// Weight of one occurrence of a word in a text field of each document: field weight / BM25 length normalisation.
    const std::vector<float>& occurrence_weights(std::size_t text_field) const {
        return occurrence_weights_[text_field];
    }

    /// Of each document: yyyymmdd, zeros where unknown.
    const std::vector<std::uint32_t>& dates() const { return dates_; }

    /// Place of each document when all are put newest first (then by title), or by title.
    const std::vector<std::uint32_t>& date_rank() const { return date_rank_; }
    const std::vector<std::uint32_t>& title_rank() const { return title_rank_; }

private:
    void take_facets(std::array<FacetColumnBuilder, facet_count>& facets);

    std::array<FacetColumn, facet_count> facets_;
    std::array<StringMap<Ordinal>, facet_count> ordinals_;
    std::array<std::vector<float>, text_field_count> occurrence_weights_;
    std::vector<std::uint32_t> dates_;
    std::vector<std::uint32_t> date_rank_;
    std::vector<std::uint32_t> title_rank_;
};

}  // namespace schakel
