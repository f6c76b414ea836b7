#include "searchd/engine/search.hpp"

#include <algorithm>

#include "searchd/engine/facets/facet_tree.hpp"
#include "searchd/engine/passages/fragments.hpp"
#include "searchd/engine/scoring/pattern_words.hpp"
#include "searchd/engine/scoring/score_explanation.hpp"
#include "searchd/query/query_parser.hpp"
#include "searchd/related/spellings.hpp"

namespace schakel {

namespace {

std::uint32_t count_of(const SweepResult& swept, const IndexSnapshot& snapshot, std::string_view scale) {
    const auto column = static_cast<std::size_t>(field(FieldId::scale).column);
    const auto ordinal = snapshot.ordinal(column, scale);
    return ordinal ? swept.counts[column][*ordinal] : 0;
}

void append(std::vector<Text>& notices, std::span<const Text> more) {
    notices.insert(notices.end(), more.begin(), more.end());
}

}  // namespace

Search::Search(const SearchRequest& request, const SearchBasis& basis, SearchTools& tools)
    : request_(request),
      basis_(basis),
      tools_(tools),
      settings_(basis.installation.settings.search),
      scores_(tools.scores),
      factors_(request, basis.installation, basis.tables->ranking, basis.ranking),
      sequences_(*basis.snapshot) {}

Query Search::read_query() {
    tools_.analyzer.trim();
    Query query = parse_query(request_.query, tools_.analyzer, basis_.installation, request_.typing);
    if (request_.synonyms) basis_.tables->places.add_to(query, settings_.weight_synonym);
    tools_.expander.expand(query, request_.synonyms);
    PatternWords(tools_.snapshot, scores_, settings_).fill(query);
    return query;
}

std::size_t Search::reached() const {
    return static_cast<std::size_t>(request_.page) * static_cast<std::size_t>(request_.per_page);
}

FilteredMatches Search::filtered_matches() const {
    const IndexSnapshot& snapshot = *basis_.snapshot;
    FilteredMatches filtered =
        filter_matches(snapshot, basis_.installation.vocabularies.at("domein"), matches_of(scores_), request_);
    if (request_.sort == SortOrder::relevance) weigh(filtered.hits, factors_);
    return filtered;
}

/// Those that curators chose for this query, as far as they are hits.
std::vector<RankedDocument> Search::best_bets(const FilteredMatches& matches) const {
    std::vector<RankedDocument> chosen;
    const std::vector<DocumentId>& hits = matches.hits.documents;
    for (const std::string& id : basis_.tables->best_bets.ids_for(query_)) {
        const auto document = tools_.document_with(basis_.copies.product_of(id));
        if (!document) continue;
        const auto found = std::lower_bound(hits.begin(), hits.end(), *document);
        if (found == hits.end() || *found != *document) continue;
        const float score = matches.hits.scores[static_cast<std::size_t>(found - hits.begin())];
        chosen.push_back({score, basis_.snapshot->date_rank()[*document], *document});
    }
    return chosen;
}

Result<SweepResult> Search::sweep() {
    query_ = read_query();
    if (auto scored = scores_.score(query_, settings_); !scored) return tl::unexpected(scored.error());
    const FilteredMatches matches = filtered_matches();
    const std::size_t least_top = CloserLook::depth;
    SweepResult swept =
        sweep_filtered(*basis_.snapshot, matches, {request_, basis_.installation.vocabularies.at("domein"), least_top});
    if (request_.sort != SortOrder::relevance) return swept;
    if (auto done = look_closer(swept.top); !done) return tl::unexpected(done.error());
    const std::vector<RankedDocument> chosen = best_bets(matches);
    promote(swept.top, chosen, std::max(least_top, reached()));
    for (const RankedDocument& bet : chosen) editors_choice_.push_back(bet.document);
    return swept;
}

Result<std::vector<DocumentId>> Search::documents() {
    query_ = read_query();
    if (auto scored = scores_.score(query_, settings_); !scored) return tl::unexpected(scored.error());
    return std::move(filtered_matches().hits.documents);
}

/// The best few get what a closer look at their words adds; the others stay behind them.
Result<void> Search::look_closer(std::vector<RankedDocument>& top) {
    if (!has_words()) return {};
    closer_look_.emplace(query_, scores_, settings_, *basis_.snapshot, sequences_);
    const auto end = top.begin() + static_cast<std::ptrdiff_t>(std::min(top.size(), CloserLook::depth));
    for (auto ranked = top.begin(); ranked != end; ++ranked) looked_at_.push_back(ranked->document);
    std::sort(looked_at_.begin(), looked_at_.end());
    const auto added = closer_look_->additions(looked_at_);
    if (!added) return tl::unexpected(added.error());
    for (auto ranked = top.begin(); ranked != end; ++ranked) {
        const auto place = std::lower_bound(looked_at_.begin(), looked_at_.end(), ranked->document);
        ranked->score += (*added)[static_cast<std::size_t>(place - looked_at_.begin())] * factors_.of(ranked->document);
    }
    std::sort(top.begin(), end, TopResults::better);
    return {};
}

/// Names of several words stand with each of their clauses; they are told once.
std::vector<UsedSynonym> Search::used_synonyms() const {
    std::vector<UsedSynonym> used;
    for (const QueryClause& clause : query_.clauses)
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
bool Search::may_be_misspelt() const {
    const auto wanted = query_.wanted();
    return std::any_of(wanted.begin(), wanted.end(), [&](const QueryClause* clause) {
        return !clause->alternatives.empty() && !is_indexed(clause->alternatives.front());
    });
}

/// Of the last word of a query that is still being typed nothing is known yet.
std::string Search::suggestion() {
    if (request_.typing) return tools_.suggester.suggest(query_);
    return basis_.suggestions->of(request_.query, [&] { return tools_.suggester.suggest(query_); });
}

bool Search::is_indexed(const Alternative& alternative) const {
    const auto occurs = [&](const QueryTerm& term) { return scores_.living_frequency(term.term) > 0; };
    return alternative.arrangement == Arrangement::any
               ? std::any_of(alternative.terms.begin(), alternative.terms.end(), occurs)
               : std::all_of(alternative.terms.begin(), alternative.terms.end(), occurs);
}

/// What a score is made of: what the words give, what a closer look adds, and what the factors make of both.
Result<std::vector<ScorePart>> Search::explanation(DocumentId document) {
    std::vector<ScorePart> parts;
    if (has_words()) {
        auto words = ScoreExplanation(query_, scores_).of(document);
        if (!words) return words;
        parts = std::move(*words);
        if (std::binary_search(looked_at_.begin(), looked_at_.end(), document)) {
            auto closer = closer_look_->parts(document);
            if (!closer) return closer;
            parts.insert(parts.end(), std::make_move_iterator(closer->begin()), std::make_move_iterator(closer->end()));
        }
    } else if (factors_.order_without_words()) {
        parts.push_back({{"zonder zoekwoorden", "without words"}, 1});
    }
    double before = 0;
    for (const ScorePart& part : parts) before += part.contribution;
    factors_.explain(document, before, parts);
    return parts;
}

Result<SearchHit> Search::hit(const RankedDocument& ranked, FragmentFinder& fragments) {
    auto record = basis_.record_of(ranked.document);
    if (!record) return tl::unexpected(record.error());
    SearchHit hit{.record = std::move(*record)};
    if (settings_.fragments > 0 && has_words()) {
        const auto own = sequences_.of(ranked.document);
        if (!own) return tl::unexpected(own.error());
        auto passages =
            fragments.find(basis_.snapshot->segment_of(ranked.document), ranked.document, **own, hit.record);
        if (!passages) return tl::unexpected(passages.error());
        hit.fragments = std::move(*passages);
    }
    hit.score = static_cast<double>(ranked.score);
    hit.index = basis_.snapshot->index_of(ranked.document).name;
    hit.nearness = factors_.nearness(ranked.document);
    hit.likeness = factors_.likeness(ranked.document);
    hit.editors_choice =
        std::find(editors_choice_.begin(), editors_choice_.end(), ranked.document) != editors_choice_.end();
    if (!request_.explain || request_.sort != SortOrder::relevance) return hit;
    auto parts = explanation(ranked.document);
    if (!parts) return tl::unexpected(parts.error());
    hit.explanation = std::move(*parts);
    return hit;
}

Result<std::vector<SearchHit>> Search::hits(const std::vector<RankedDocument>& top) {
    FragmentFinder fragments(query_, tools_.analyzer, tools_.words, settings_);
    std::vector<SearchHit> shown;
    const std::size_t last = std::min(top.size(), reached());
    for (std::size_t i = reached() - static_cast<std::size_t>(request_.per_page); i < last; ++i) {
        auto made = hit(top[i], fragments);
        if (!made) return tl::unexpected(made.error());
        shown.push_back(std::move(*made));
    }
    return shown;
}

/// Only on the first page, where someone may want to ask something else.
Result<void> Search::add_related(const std::vector<RankedDocument>& top, SearchResponse& response) {
    if (!has_words() || request_.page > 1 || request_.typing || request_.sort != SortOrder::relevance) return {};
    auto words =
        tools_.related.of(query_, top, sequences_, [&](const std::string& term) { return scores_.frequency(term); });
    if (!words) return tl::unexpected(words.error());
    std::vector<std::string> texts;
    for (const SearchHit& hit : response.hits) {
        texts.push_back(hit.record.title);
        texts.push_back(hit.record.abstract);
    }
    write_as_in(texts, *words);
    response.related = std::move(*words);
    return {};
}

std::vector<Text> Search::notices() const {
    std::vector<Text> notices = request_.notices;
    append(notices, query_.notices);
    append(notices, basis_.snapshot->notices());
    return notices;
}

Result<SearchResponse> Search::answer() {
    auto swept = sweep();
    if (!swept) return tl::unexpected(swept.error());
    SearchResponse response;
    response.total = swept->total;
    response.words = scores_.requires_all() ? WordMode::all : WordMode::any;
    response.generation = basis_.snapshot->generation();
    response.synonyms = used_synonyms();
    if (may_be_misspelt()) response.suggestion = suggestion();
    response.notices = notices();
    response.incomplete = basis_.snapshot->incomplete();
    response.local = count_of(*swept, *basis_.snapshot, "lokaal");
    response.regional = count_of(*swept, *basis_.snapshot, "regionaal");
    response.national = count_of(*swept, *basis_.snapshot, "landelijk");
    auto shown = hits(swept->top);
    if (!shown) return tl::unexpected(shown.error());
    response.hits = std::move(*shown);
    if (auto added = add_related(swept->top, response); !added) return tl::unexpected(added.error());
    for (const FieldId facet : request_.facets) {
        const Field& row = field(facet);
        response.facets.push_back(
            facet_tree(row, swept->counts[static_cast<std::size_t>(row.column)], request_, basis_.outlines));
    }
    return response;
}

}  // namespace schakel
