#include "searchd/engine/facets/facet_sweep.hpp"

#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck/catch.h>

#include "tests/properties.hpp"
#include "tests/searchd/engine/facets/sweep.hpp"
#include "tests/searchd/engine/publish_without.hpp"
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

const Vocabulary& domains() { return sample_installation().vocabularies.at("domein"); }

SweepResult swept(const IndexSnapshot& snapshot, const MatchList& matches, const SearchRequest& request) {
    return sweep(snapshot, matches, {request, domains()});
}

std::vector<DocumentId> hits_of(const IndexedCorpus& corpus, const MatchList& matches, const SearchRequest& request) {
    std::vector<DocumentId> hits;
    for (const DocumentId document : matches.documents)
        if (passes(corpus.documents[document], request)) hits.push_back(document);
    return hits;
}

/// What some words found: some of the documents, with scores that often coincide.
MatchList any_matches(const IndexSnapshot& snapshot) {
    MatchList matches;
    const int density = *rc::gen::inRange(0, 6);  // 0 = every document
    for (DocumentId document = 0; document < snapshot.documents(); ++document)
        if (density == 0 || *rc::gen::inRange(0, density + 1) > 0)
            matches.add(document, static_cast<float>(*rc::gen::inRange(0, 5)));
    return matches;
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
    return swept(corpus.index.snapshot(), living_documents(corpus.index.snapshot()), request);
}

}  // namespace

TEST_CASE("a count is the number of hits its value gives, all other facets as they are") {
    few_times("for every value of every facet", 500, [] {
        const IndexedCorpus& corpus = any_corpus();
        const IndexSnapshot& snapshot = corpus.index.snapshot();
        const MatchList matches = any_matches(snapshot);
        const SearchRequest request = any_filters(snapshot);
        const SweepResult result = swept(snapshot, matches, request);
        RC_ASSERT(result.total == hits_of(corpus, matches, request).size());
        for (std::size_t column = 0; column < facet_count; ++column)
            for (const ColumnValue& value : snapshot.facet(column).values) {
                SearchRequest clicked = request;  // of the values chosen in the same facet, only this one is counted
                clicked.filters[column] = {value.code};
                const auto expected = hits_of(corpus, matches, clicked).size();
                RC_ASSERT(count_of(result, snapshot, column, value.code) == expected);
                RC_ASSERT(swept(snapshot, matches, clicked).total == expected);
            }
    });
}

TEST_CASE("choosing one more value of a facet adds hits, of another facet takes hits away") {
    rc::prop("whatever is chosen already", [] {
        const IndexedCorpus& corpus = any_corpus();
        const IndexSnapshot& snapshot = corpus.index.snapshot();
        const MatchList matches = any_matches(snapshot);
        const SearchRequest request = any_filters(snapshot);
        const auto before = swept(snapshot, matches, request).total;
        const auto column = *rc::gen::inRange<std::size_t>(0, facet_count);
        for (const ColumnValue& value : snapshot.facet(column).values) {
            SearchRequest more = request;
            more.filters[column].push_back(value.code);
            const auto after = swept(snapshot, matches, more).total;
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
        const MatchList matches = any_matches(snapshot);
        SearchRequest request = any_filters(snapshot);
        request.sort = *rc::gen::element(SortOrder::relevance, SortOrder::date, SortOrder::title);
        request.page = *rc::gen::inRange(1, 4);
        request.per_page = *rc::gen::inRange(1, 20);
        std::vector<DocumentId> expected = hits_of(corpus, matches, request);
        const auto& documents = corpus.documents;
        const auto score_of = [&](DocumentId document) {
            const auto at = std::lower_bound(matches.documents.begin(), matches.documents.end(), document);
            return matches.scores[static_cast<std::size_t>(at - matches.documents.begin())];
        };
        const auto by_title = [&](DocumentId a, DocumentId b) {
            return std::tie(documents[a].title_key, a) < std::tie(documents[b].title_key, b);
        };
        const auto by_date = [&](DocumentId a, DocumentId b) {
            return documents[a].date != documents[b].date ? documents[a].date > documents[b].date : by_title(a, b);
        };
        std::sort(expected.begin(), expected.end(), [&](DocumentId a, DocumentId b) {
            if (request.sort == SortOrder::title) return by_title(a, b);
            if (request.sort == SortOrder::date || score_of(a) == score_of(b)) return by_date(a, b);
            return score_of(a) > score_of(b);
        });
        expected.resize(std::min(expected.size(), static_cast<std::size_t>(request.page * request.per_page)));
        std::vector<DocumentId> found;
        for (const RankedDocument& ranked : swept(snapshot, matches, request).top) found.push_back(ranked.document);
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

TEST_CASE("crossing sectors takes two subdomains, crossing domains the social and the physical one") {
    const auto domain = [](const char* code) { return std::pair(FieldId::domain, std::string(code)); };
    const IndexedCorpus corpus(
        {document_with({domain("sociaal"), domain("jeugd")}),
         document_with({domain("sociaal"), domain("jeugd"), domain("welzijn"), {FieldId::type, "rapport"}}),
         document_with({domain("sociaal"), domain("fysiek"), domain("wonen"), {FieldId::type, "methodiek"}}),
         document_with({domain("sociaal"), domain("jeugd"), domain("fysiek"), domain("wonen")}),
         document_with({domain("sociaal"), domain("bestuur")}), document_with({})},
        4);
    const IndexSnapshot& snapshot = corpus.index.snapshot();
    SearchRequest request;
    request.facets = {FieldId::type, FieldId::domain};
    request.crossing = Crossing::sector;
    const SweepResult sectors = swept(corpus, request);
    CHECK(sectors.total == 2);
    CHECK(count_of(sectors, snapshot, column_of(FieldId::type), "rapport") == 1);
    CHECK(count_of(sectors, snapshot, column_of(FieldId::type), "methodiek") == 0);
    CHECK(count_of(sectors, snapshot, column_of(FieldId::domain), "jeugd") == 2);
    request.crossing = Crossing::domain;
    const SweepResult both = swept(corpus, request);
    CHECK(both.total == 2);
    CHECK(count_of(both, snapshot, column_of(FieldId::type), "methodiek") == 1);
    request.filter(FieldId::type) = {"methodiek"};
    CHECK(swept(corpus, request).total == 1);
}

TEST_CASE("hidden documents count nowhere, also when nothing was asked") {
    const auto documents = small_corpus(3, 40);
    const SampleIndex index(in_segments(documents, 15));
    const std::vector<DocumentId> deleted{0, 7, 14, 15, 39};
    const std::uint32_t generation = publish_without(index.folder(), deleted);
    const auto snapshot = IndexSnapshot::open(index.folder(), generation, sample_installation());
    REQUIRE(snapshot);
    const MatchList living = living_documents(**snapshot);
    CHECK(living.size() == 35);
    SearchRequest request;
    for (std::size_t column = 0; column < facet_count; ++column) request.facets.push_back(facet_field(column).id);
    const SweepResult result = swept(**snapshot, living, request);
    CHECK(result.total == 35);
    for (std::size_t column = 0; column < facet_count; ++column) {
        ValueCounts counted((*snapshot)->facet(column).values.size());
        add_counts((*snapshot)->facet(column), living.documents, counted);
        CHECK(result.counts[column] == counted);
        for (const ColumnValue& value : (*snapshot)->facet(column).values) {
            std::uint32_t plain = 0;
            for (const DocumentId document : living.documents)
                plain += has_code(documents[document], column, value.code) ? 1u : 0u;
            REQUIRE(count_of(result, **snapshot, column, value.code) == plain);
        }
    }
}

namespace {

/// The later a document was added, the better.
struct LaterIsBetter {
    bool without_words = false;

    float of(DocumentId document) const { return 1.0F + static_cast<float>(document); }
    bool is_neutral() const { return false; }
    bool order_without_words() const { return without_words; }
};

std::vector<DocumentId> best(const IndexedCorpus& corpus, const MatchList& matches, const LaterIsBetter& factors) {
    SearchRequest request;
    request.facets = {};
    std::vector<DocumentId> documents;
    for (const RankedDocument& ranked : sweep(corpus.index.snapshot(), matches, {request, domains(), 50}, factors).top)
        documents.push_back(ranked.document);
    return documents;
}

}  // namespace

TEST_CASE("factors multiply scores, and are the order of what was not asked for by words when they say so") {
    const IndexedCorpus corpus({document_with({}), document_with({}), document_with({})}, 3);
    MatchList scored;
    scored.add(0, 4);
    scored.add(1, 1.5F);
    scored.add(2, 2);
    CHECK(best(corpus, scored, {}) == std::vector<DocumentId>{2, 0, 1});  // 4 × 1, 1.5 × 2, 2 × 3
    const MatchList all = living_documents(corpus.index.snapshot());
    CHECK(best(corpus, all, {.without_words = true}) == std::vector<DocumentId>{2, 1, 0});
    CHECK(best(corpus, all, {.without_words = false}) == std::vector<DocumentId>{0, 1, 2});
}

}  // namespace schakel
