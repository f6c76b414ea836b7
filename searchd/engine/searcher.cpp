#include "searchd/engine/searcher.hpp"

#include <chrono>

#include "analyzers/analysis_rows.hpp"
#include "searchd/engine/search.hpp"
#include "searchd/engine/with_postings.hpp"
#include "searchd/related/key_terms.hpp"
#include "searchd/related/similar_products.hpp"

namespace schakel {

Searcher::Searcher(std::shared_ptr<const SearchBasis> basis) : basis_(std::move(basis)), tools_(*basis_) {}

Result<std::unique_ptr<Searcher>> Searcher::create(std::shared_ptr<const SearchBasis> basis) {
    return with_postings([&]() -> Result<std::unique_ptr<Searcher>> {
        return std::unique_ptr<Searcher>(new Searcher(std::move(basis)));
    });
}

Result<std::unique_ptr<Searcher>> Searcher::create(std::shared_ptr<const IndexSnapshot> snapshot,
                                                   const Installation& installation) {
    auto tables = SearchTables::load(installation);
    if (!tables) return tl::unexpected(tables.error());
    return create(std::make_shared<const SearchBasis>(std::move(snapshot), installation, std::move(*tables)));
}

Result<SearchResponse> Searcher::search(const SearchRequest& request) {
    const auto started = std::chrono::steady_clock::now();
    auto response = with_postings([&] { return Search(request, *basis_, tools_).answer(); });
    if (response)
        response->milliseconds =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
    return response;
}

Result<SweepResult> Searcher::rank(const SearchRequest& request) {
    return with_postings([&] { return Search(request, *basis_, tools_).sweep(); });
}

Result<std::vector<DocumentId>> Searcher::documents(const SearchRequest& request) {
    return with_postings([&] { return Search(request, *basis_, tools_).documents(); });
}

Result<FacetValues> Searcher::facet_values(const FacetRequest& request) {
    return with_postings([&]() -> Result<FacetValues> {
        Search search(request.search, *basis_, tools_);
        const auto swept = search.sweep();
        if (!swept) return tl::unexpected(swept.error());
        FacetValues values = schakel::facet_values(request, *swept, *basis_->snapshot, basis_->outlines);
        values.notices = search.notices();
        return values;
    });
}

std::string Searcher::analysis(std::string_view text) {
    tools_.analyzer.trim();
    return to_json(text, analysis_rows(text, tools_.analyzer.analyze(text), basis_->tables->expansions));
}

std::optional<DocumentId> Searcher::document_of(std::string_view id) const {
    if (auto own = tools_.document_with(id)) return own;
    return tools_.document_with(basis_->copies.product_of(id));
}

Result<std::optional<StoredRecord>> Searcher::find(std::string_view id) {
    return with_postings([&]() -> Result<std::optional<StoredRecord>> {
        const auto document = document_of(id);
        if (!document) return std::nullopt;
        auto record = basis_->record_of(*document);
        if (!record) return tl::unexpected(record.error());
        return std::move(*record);
    });
}

Result<std::optional<std::vector<SimilarHit>>> Searcher::similar(std::string_view id, std::size_t most) {
    return with_postings([&]() -> Result<std::optional<std::vector<SimilarHit>>> {
        const auto own = document_of(id);
        if (!own) return std::nullopt;
        auto hits = similar_to(*own, most);
        if (!hits) return tl::unexpected(hits.error());
        return std::move(*hits);
    });
}

Result<std::vector<SimilarHit>> Searcher::similar_to(DocumentId document, std::size_t most) {
    tools_.analyzer.trim();
    const auto record = basis_->record_of(document);
    if (!record) return tl::unexpected(record.error());
    const SnapshotSegment& segment = snapshot().segment_of(document);
    const auto sample = sample_blocks(segment.files->texts, document - segment.first);
    if (!sample) return tl::unexpected(sample.error());
    const Collection all{[&](const std::string& term) { return tools_.scores.frequency(term); },
                         snapshot().documents()};
    const auto terms = key_terms(*record, *sample, tools_.analyzer, all, basis_->installation, most_key_terms);
    std::vector<SimilarHit> hits;
    if (terms.empty()) return hits;
    const auto scored = tools_.scores.score(similar_query(terms), basis_->installation.settings.search);
    if (!scored) return tl::unexpected(scored.error());
    TopResults best(similar_candidates + 1);
    tools_.scores.visit_matches([&](DocumentId other, float score) { best.add({score, other, other}); });
    const auto holds = [&](DocumentId other, const std::string& term) { return tools_.holds(other, term); };
    for (SimilarDocument& found : most_similar(document, best.take(), terms, snapshot(), holds, most)) {
        auto other = basis_->record_of(found.document);
        if (!other) return tl::unexpected(other.error());
        hits.push_back({std::move(*other), std::move(found.common)});
    }
    return hits;
}

}  // namespace schakel
