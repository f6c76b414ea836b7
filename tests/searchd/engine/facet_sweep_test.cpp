#include "searchd/engine/facet_sweep.hpp"

#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "tests/searchd/engine/small_corpus.hpp"

namespace schakel {
namespace {

std::size_t column_of(FieldId facet) { return static_cast<std::size_t>(field(facet).column); }

bool has_code(const IndexDocument& document, std::size_t column, const std::string& code) {
    const auto& values = document.facets[column];
    return std::any_of(values.begin(), values.end(), [&](const ColumnValue& value) { return value.code == code; });
}

/// Whether a document passes the filters, written down plainly: ORed within a facet, ANDed between facets.
bool passes(const IndexDocument& document, const SearchRequest& request) {
    for (std::size_t column = 0; column < facet_count; ++column) {
        const auto& chosen = request.filters[column];
        if (!chosen.empty() && std::none_of(chosen.begin(), chosen.end(),
                                            [&](const auto& code) { return has_code(document, column, code); }))
            return false;
    }
    if (!request.year_from && !request.year_until) return true;
    const auto& years = document.facets[column_of(FieldId::year)];
    if (years.empty()) return false;
    const int year = std::stoi(years.front().code);
    return year >= request.year_from.value_or(year) && year <= request.year_until.value_or(year);
}

std::vector<DocumentId> hits_of(const IndexedCorpus& corpus, const MatchScores& scores, const SearchRequest& request) {
    std::vector<DocumentId> hits;
    for (DocumentId d = 0; d < corpus.documents.size(); ++d)
        if (scores.matches(d) && passes(corpus.documents[d], request)) hits.push_back(d);
    return hits;
}

MatchScores scored(const IndexedCorpus& corpus, const Query& query) {
    MatchScores scores(corpus.index.snapshot(), corpus.index.postings());
    RC_ASSERT(scores.score(query, sample_installation().settings.search).has_value());
    return scores;
}

std::uint32_t count_of(const SweepResult& swept, const IndexSnapshot& snapshot, std::size_t column,
                       const std::string& code) {
    const auto ordinal = snapshot.ordinal(column, code);
    return ordinal ? swept.counts[column][*ordinal] : 0;
}

/// Documents without text: only facets matter.
IndexDocument document_with(const std::vector<std::pair<FieldId, std::string>>& values) {
    static int number = 0;
    IndexDocument document = document_of_words(fmt::format("d{}", ++number), {"zorg"});
    for (const auto& [facet, code] : values) document.facets[column_of(facet)].push_back({code, ""});
    return document;
}

SweepResult swept(const IndexedCorpus& corpus, const SearchRequest& request) {
    MatchScores scores(corpus.index.snapshot(), corpus.index.postings());
    REQUIRE(scores.score({}, sample_installation().settings.search));
    return sweep(corpus.index.snapshot(), scores, request);
}

}  // namespace

TEST_CASE("a count is the number of hits its value gives, all other facets as they are") {
    rc::prop("for every value of every facet", [] {
        const IndexedCorpus& corpus = any_corpus();
        const IndexSnapshot& snapshot = corpus.index.snapshot();
        const MatchScores scores = scored(corpus, any_query());
        const SearchRequest request = any_filters(snapshot);
        const SweepResult result = sweep(snapshot, scores, request);
        RC_ASSERT(result.total == hits_of(corpus, scores, request).size());
        for (std::size_t column = 0; column < facet_count; ++column)
            for (const ColumnValue& value : snapshot.facet(column).values) {
                SearchRequest clicked = request;  // of the values chosen in the same facet, only this one is counted
                clicked.filters[column] = {value.code};
                const auto expected = hits_of(corpus, scores, clicked).size();
                RC_ASSERT(count_of(result, snapshot, column, value.code) == expected);
                RC_ASSERT(sweep(snapshot, scores, clicked).total == expected);
            }
    });
}

TEST_CASE("choosing one more value of a facet adds hits, of another facet takes hits away") {
    rc::prop("whatever is chosen already", [] {
        const IndexedCorpus& corpus = any_corpus();
        const IndexSnapshot& snapshot = corpus.index.snapshot();
        const MatchScores scores = scored(corpus, any_query());
        const SearchRequest request = any_filters(snapshot);
        const auto before = sweep(snapshot, scores, request).total;
        const auto column = *rc::gen::inRange<std::size_t>(0, facet_count);
        for (const ColumnValue& value : snapshot.facet(column).values) {
            SearchRequest more = request;
            more.filters[column].push_back(value.code);
            const auto after = sweep(snapshot, scores, more).total;
            if (request.filters[column].empty())
                RC_ASSERT(after <= before);
            else
                RC_ASSERT(after >= before);
        }
    });
}

TEST_CASE("the top is what a full sort puts first, in every order") {
    rc::prop("on any page", [] {
        const IndexedCorpus& corpus = any_corpus();
        const IndexSnapshot& snapshot = corpus.index.snapshot();
        const MatchScores scores = scored(corpus, any_query());
        SearchRequest request = any_filters(snapshot);
        request.sort = *rc::gen::element(SortOrder::relevance, SortOrder::date, SortOrder::title);
        request.page = *rc::gen::inRange(1, 4);
        request.per_page = *rc::gen::inRange(1, 20);
        std::vector<DocumentId> expected = hits_of(corpus, scores, request);
        const auto& documents = corpus.documents;
        const auto by_title = [&](DocumentId a, DocumentId b) {
            return std::tie(documents[a].title_key, a) < std::tie(documents[b].title_key, b);
        };
        const auto by_date = [&](DocumentId a, DocumentId b) {
            return documents[a].date != documents[b].date ? documents[a].date > documents[b].date : by_title(a, b);
        };
        std::sort(expected.begin(), expected.end(), [&](DocumentId a, DocumentId b) {
            if (request.sort == SortOrder::title) return by_title(a, b);
            if (request.sort == SortOrder::date || scores.score_of(a) == scores.score_of(b)) return by_date(a, b);
            return scores.score_of(a) > scores.score_of(b);
        });
        expected.resize(std::min(expected.size(), static_cast<std::size_t>(request.page * request.per_page)));
        std::vector<DocumentId> found;
        for (const RankedDocument& ranked : sweep(snapshot, scores, request).top) found.push_back(ranked.document);
        RC_ASSERT(found == expected);
    });
}

TEST_CASE("values within a facet are ORed, facets ANDed") {
    const IndexedCorpus corpus(
        {document_with({{FieldId::theme, "zorg"}, {FieldId::type, "rapport"}}),
         document_with({{FieldId::theme, "wonen"}, {FieldId::type, "rapport"}}),
         document_with({{FieldId::theme, "wonen"}, {FieldId::type, "methodiek"}}), document_with({})},
        3);
    const IndexSnapshot& snapshot = corpus.index.snapshot();
    SearchRequest request;
    request.facets = {FieldId::theme, FieldId::type};
    CHECK(swept(corpus, request).total == 4);
    request.filter(FieldId::theme) = {"zorg"};
    CHECK(swept(corpus, request).total == 1);
    CHECK(count_of(swept(corpus, request), snapshot, column_of(FieldId::theme), "wonen") ==
          2);  // as if zorg were not chosen
    CHECK(count_of(swept(corpus, request), snapshot, column_of(FieldId::type), "methodiek") == 0);
    request.filter(FieldId::theme) = {"zorg", "wonen"};
    CHECK(swept(corpus, request).total == 3);
    request.filter(FieldId::type) = {"rapport"};
    CHECK(swept(corpus, request).total == 2);
    CHECK(count_of(swept(corpus, request), snapshot, column_of(FieldId::type), "methodiek") == 1);
    request.filter(FieldId::theme) = {"nobody has this"};
    CHECK(swept(corpus, request).total == 0);
}

TEST_CASE("years outside the range asked for are not offered") {
    const IndexedCorpus corpus({document_with({{FieldId::year, "2012"}}), document_with({{FieldId::year, "2015"}}),
                                document_with({{FieldId::year, "2018"}}), document_with({})},
                               4);
    SearchRequest request;
    request.facets = {FieldId::year};
    request.year_from = 2014;
    request.year_until = 2016;
    const SweepResult result = swept(corpus, request);
    const std::size_t year = column_of(FieldId::year);
    CHECK(result.total == 1);
    CHECK(count_of(result, corpus.index.snapshot(), year, "2012") == 0);
    CHECK(count_of(result, corpus.index.snapshot(), year, "2015") == 1);
    request.filter(FieldId::year) = {"2012"};
    CHECK(swept(corpus, request).total == 0);
    CHECK(count_of(swept(corpus, request), corpus.index.snapshot(), year, "2015") == 1);
}

TEST_CASE("only the facets asked for are counted, and the scale always") {
    const IndexedCorpus corpus({document_with({{FieldId::scale, "lokaal"}, {FieldId::theme, "zorg"}})}, 1);
    SearchRequest request;
    request.facets = {};
    const SweepResult result = swept(corpus, request);
    CHECK(result.counts[column_of(FieldId::theme)].empty());
    CHECK(result.counts[column_of(FieldId::scale)] == std::vector<std::uint32_t>{1});
}

}  // namespace schakel
