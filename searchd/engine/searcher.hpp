#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/installation.hpp"
#include "config/error.hpp"
#include "searchd/engine/facets/facet_values.hpp"
#include "searchd/engine/search_basis.hpp"
#include "searchd/engine/search_response.hpp"
#include "searchd/engine/search_tools.hpp"
#include "searchd/related/similar_hit.hpp"
#include "searchd/request/facet_request.hpp"
#include "searchd/request/search_request.hpp"

namespace schakel {

/// Answers questions from one snapshot. It owns what may not be shared between threads (Xapian databases, analyzer, score
/// arrays), so one thread uses it at a time; take one from `SearcherPool`.
class Searcher {
public:
    /// Errors: index_corrupt.
    static Result<std::unique_ptr<Searcher>> create(std::shared_ptr<const SearchBasis> basis);

    /// With a basis of its own: for who needs one searcher only. `installation` must outlive it. Errors: those of
    /// `SearchTables::load`; index_corrupt.
    static Result<std::unique_ptr<Searcher>> create(std::shared_ptr<const IndexSnapshot> snapshot,
                                                    const Installation& installation);

    /// Errors: index_corrupt.
    Result<SearchResponse> search(const SearchRequest& request);

    /// Only which documents are found, in which order, and how many behind every value: nothing is read to be shown.
    /// Errors: index_corrupt.
    Result<SweepResult> rank(const SearchRequest& request);

    /// Every document that is found, ascending. Errors: index_corrupt.
    Result<std::vector<DocumentId>> documents(const SearchRequest& request);

    /// The values of one facet under a search. Errors: index_corrupt.
    Result<FacetValues> facet_values(const FacetRequest& request);

    /// Empty when the index has no product with this id, or it is hidden. Errors: index_corrupt.
    Result<std::optional<StoredRecord>> find(std::string_view id);

    /// The products most like another one, `most` at most; empty when there is no product with this id. Errors: index_corrupt.
    Result<std::optional<std::vector<SimilarHit>>> similar(std::string_view id, std::size_t most);

    /// What the analysis of a text makes of its words, as JSON (see analyzers/analysis_rows.hpp).
    std::string analysis(std::string_view text);

    const IndexSnapshot& snapshot() const { return *basis_->snapshot; }
    const std::shared_ptr<const IndexSnapshot>& shared_snapshot() const { return basis_->snapshot; }

private:
    explicit Searcher(std::shared_ptr<const SearchBasis> basis);

    /// Of a product or of a copy of one.
    std::optional<DocumentId> document_of(std::string_view id) const;
    Result<std::vector<SimilarHit>> similar_to(DocumentId document, std::size_t most);

    std::shared_ptr<const SearchBasis> basis_;
    SearchTools tools_;
};

}  // namespace schakel
