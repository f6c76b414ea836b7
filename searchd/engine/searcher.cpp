#include "searchd/engine/searcher.hpp"

#include <algorithm>
#include <chrono>

#include "analyzers/analysis_rows.hpp"
#include "config/index/postings.hpp"
#include "searchd/engine/facet_sweep.hpp"
#include "searchd/engine/facet_tree.hpp"
#include "searchd/engine/fragments.hpp"
#include "searchd/engine/proximity.hpp"
#include "searchd/engine/with_postings.hpp"
#include "searchd/query/query_parser.hpp"

namespace schakel {

namespace {

constexpr std::size_t reranked = 50;              // best products whose words are looked at in their places
constexpr std::size_t longest_term = 240;         // bytes; Xapian refuses to look up more than 245
constexpr std::size_t remembered_words = 20'000;  // a searcher sees queries and the passages it shows: about 5 MB

std::uint32_t count_of(const SweepResult& swept, const IndexSnapshot& snapshot, std::string_view scale) {
    const auto column = static_cast<std::size_t>(field(FieldId::scale).column);
    const auto ordinal = snapshot.ordinal(column, scale);
    return ordinal ? swept.counts[column][*ordinal] : 0;
}

}  // namespace

Searcher::Searcher(std::shared_ptr<const IndexSnapshot> snapshot, const Installation& installation,
                   std::shared_ptr<const ExpansionTables> expansions)
    : snapshot_(std::move(snapshot)),
      installation_(installation),
      expansions_(std::move(expansions)),
      copies_(snapshot_->manifest().copies),
      analyzer_(installation.language, remembered_words),
      expander_(installation, *expansions_),
      suggester_(installation, [this](const std::string& term) { return scores_.living_frequency(term); }),
      scores_(*snapshot_, postings_) {}

Result<std::unique_ptr<Searcher>> Searcher::create(std::shared_ptr<const IndexSnapshot> snapshot,
                                                   const Installation& installation,
                                                   std::shared_ptr<const ExpansionTables> expansions) {
    if (expansions == nullptr) expansions = std::make_shared<const ExpansionTables>(installation);
    return with_postings([&]() -> Result<std::unique_ptr<Searcher>> {
        std::unique_ptr<Searcher> searcher(new Searcher(std::move(snapshot), installation, std::move(expansions)));
        for (const SnapshotSegment& segment : searcher->snapshot_->segments())
            searcher->postings_.push_back(segment.files->postings.database());
        return searcher;
    });
}

Result<StoredRecord> Searcher::record_of(DocumentId document) const {
    const SnapshotSegment& segment = snapshot_->segment_of(document);
    const auto bytes = segment.files->records.read(document - segment.first);
    if (!bytes) return tl::unexpected(bytes.error());
    auto record = decode_record(*bytes);
    if (record) copies_.add_to(*record);
    return record;
}

/// The best few get what the nearness of their words adds; the others stay behind them.
Result<void> Searcher::rerank(const Query& query, SequenceReader& sequences, std::vector<RankedDocument>& top) {
    const auto weight = static_cast<float>(installation_.settings.search.weight_proximity);
    if (weight <= 0 || !Proximity::applies_to(query)) return {};
    Proximity proximity(query, scores_.rarities(query), *snapshot_, sequences);
    const auto end = top.begin() + static_cast<std::ptrdiff_t>(std::min(top.size(), reranked));
    for (auto ranked = top.begin(); ranked != end; ++ranked) {
        const auto near = proximity.of(ranked->document);
        if (!near) return tl::unexpected(near.error());
        ranked->score += weight * *near;
    }
    std::sort(top.begin(), end, TopResults::better);
    return {};
}

/// Names of several words stand with each of their clauses; they are told once.
std::vector<UsedSynonym> Searcher::used_synonyms(const Query& query) const {
    std::vector<UsedSynonym> used;
    for (const QueryClause& clause : query.clauses)
        for (const Alternative& alternative : clause.alternatives) {
            if (alternative.label.empty() || !is_indexed(alternative)) continue;
            const auto known = std::find_if(used.begin(), used.end(),
                                            [&](const UsedSynonym& u) { return u.synonym == alternative.label; });
            if (known == used.end())
                used.push_back({clause.typed, alternative.label, alternative.reason == Reason::successor});
            else
                known->typed += ' ' + clause.typed;
        }
    return used;
}

/// Only then is it worth the time: some word is in no product.
bool Searcher::may_be_misspelt(const Query& query) const {
    const auto wanted = query.wanted();
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const QueryClause* clause) { return !is_indexed(clause->alternatives.front()); });
}

bool Searcher::is_indexed(const Alternative& alternative) const {
    return std::all_of(alternative.terms.begin(), alternative.terms.end(),
                       [&](const QueryTerm& term) { return scores_.living_frequency(term.term) > 0; });
}

Result<SearchResponse> Searcher::answer(const SearchRequest& request) {
    const Settings::Search& settings = installation_.settings.search;
    analyzer_.trim();
    Query query = parse_query(request.query, analyzer_, settings);
    expander_.expand(query, request.synonyms);
    if (auto scored = scores_.score(query, settings); !scored) return tl::unexpected(scored.error());
    SweepResult swept = sweep(*snapshot_, scores_, request, reranked);
    SequenceReader sequences(*snapshot_);
    if (request.sort == SortOrder::relevance)
        if (auto done = rerank(query, sequences, swept.top); !done) return tl::unexpected(done.error());

    SearchResponse response;
    response.total = swept.total;
    response.words = scores_.requires_all() ? WordMode::all : WordMode::any;
    response.generation = snapshot_->generation();
    response.synonyms = used_synonyms(query);
    if (may_be_misspelt(query)) response.suggestion = suggester_.suggest(query);
    response.notices = request.notices;
    response.notices.insert(response.notices.end(), query.notices.begin(), query.notices.end());
    response.local = count_of(swept, *snapshot_, "lokaal");
    response.regional = count_of(swept, *snapshot_, "regionaal");
    response.national = count_of(swept, *snapshot_, "landelijk");

    FragmentFinder fragments(query, analyzer_, words_, settings);
    const auto page_size = static_cast<std::size_t>(request.per_page);
    const std::size_t first = static_cast<std::size_t>(request.page - 1) * page_size;
    for (std::size_t i = first; i < std::min(swept.top.size(), first + page_size); ++i) {
        const DocumentId document = swept.top[i].document;
        auto record = record_of(document);
        if (!record) return tl::unexpected(record.error());
        const auto own = sequences.of(document);
        if (!own) return tl::unexpected(own.error());
        auto passages = fragments.find(snapshot_->segment_of(document), document, **own, *record);
        if (!passages) return tl::unexpected(passages.error());
        response.hits.push_back({std::move(*record), std::move(*passages), static_cast<double>(swept.top[i].score)});
    }
    for (const FieldId facet : request.facets) {
        const Field& row = field(facet);
        response.facets.push_back(
            facet_tree(row, swept.counts[static_cast<std::size_t>(row.column)], request, *snapshot_, installation_));
    }
    return response;
}

Result<SearchResponse> Searcher::search(const SearchRequest& request) {
    const auto started = std::chrono::steady_clock::now();
    auto response = with_postings([&] { return answer(request); });
    if (response)
        response->milliseconds =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
    return response;
}

std::string Searcher::analysis(std::string_view text) {
    analyzer_.trim();
    return to_json(text, analysis_rows(text, analyzer_.analyze(text), *expansions_));
}

/// The same id may stand deleted in an old segment and living in a newer one.
std::optional<DocumentId> Searcher::document_with(std::string_view id) const {
    const std::string term = id_term(id);
    if (term.size() > longest_term) return std::nullopt;
    for (std::size_t i = 0; i < postings_.size(); ++i)
        for (auto at = postings_[i].postlist_begin(term); at != postings_[i].postlist_end(term); ++at) {
            const DocumentId document = snapshot_->segments()[i].first + *at - 1;
            if (!snapshot_->is_hidden(document)) return document;
        }
    return std::nullopt;
}

Result<std::optional<StoredRecord>> Searcher::find(std::string_view id) {
    return with_postings([&]() -> Result<std::optional<StoredRecord>> {
        const auto document = document_with(copies_.product_of(id));
        if (!document) return std::nullopt;
        auto record = record_of(*document);
        if (!record) return tl::unexpected(record.error());
        return std::move(*record);
    });
}

}  // namespace schakel
