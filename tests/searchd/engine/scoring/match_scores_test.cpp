#include "searchd/engine/scoring/match_scores.hpp"

#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/index/postings.hpp"
#include "tests/searchd/engine/small_corpus.hpp"

namespace schakel {
namespace {

QueryClause clause_of(Alternative alternative) {
    QueryClause clause;
    clause.alternatives.push_back(std::move(alternative));
    return clause;
}

QueryClause word(const std::string& term) { return clause_of({{{term, 0}}}); }
QueryClause phrase_of(std::vector<QueryTerm> terms) { return clause_of({std::move(terms), Arrangement::phrase}); }

QueryClause without(const std::string& term) {
    QueryClause clause = word(term);
    clause.excluded = true;
    return clause;
}

/// Title, abstract, body, subjects and names.
using Texts = std::array<std::string_view, text_field_count>;

OpenIndex index_of(const std::vector<Texts>& texts) {
    std::vector<IndexDocument> documents;
    for (const Texts& each : texts)
        documents.push_back(document_of_words("p" + std::to_string(documents.size()), each));
    return OpenIndex({documents});
}

MatchScores scored(const OpenIndex& index, const Query& query, const Settings::Search& settings) {
    MatchScores scores(index.snapshot(), index.postings());
    REQUIRE(scores.score(query, settings));
    return scores;
}

std::vector<DocumentId> matches_of(const OpenIndex& index, const Query& query, const Settings::Search& settings) {
    const MatchScores scores = scored(index, query, settings);
    std::vector<DocumentId> matches;
    for (DocumentId d = 0; d < index.snapshot().documents(); ++d)
        if (scores.matches(d)) matches.push_back(d);
    return matches;
}

Settings::Search strict() {
    Settings::Search settings = sample_installation().settings.search;
    settings.minimum_all_words = 1;
    settings.title_bonus = 0;
    settings.share_exponent = 0;
    return settings;
}

/// Length normalisation of BM25 for a field of `relative` times the mean length; with the settings that the index is opened with.
double normalisation_of(double relative) {
    const double b = sample_installation().settings.search.bm25_b;
    return 1 - b + b * relative;
}

double title_weight() { return sample_installation().settings.search.weight_title; }

bool nearly(double a, double b) { return std::abs(a - b) <= 1e-4 * std::max(1.0, std::abs(b)); }

}  // namespace

TEST_CASE("documents match and score as the formulas say") {
    rc::prop("for any words, phrases and exclusions", [] {
        const IndexedCorpus& corpus = any_corpus();
        const Query query = any_query();
        Settings::Search settings = sample_installation().settings.search;  // the index was opened with these weights
        settings.minimum_all_words = *rc::gen::inRange(0, 20);
        settings.bm25_k1 = *rc::gen::element(0.5, 1.2, 3.0);
        settings.title_bonus = *rc::gen::element(0.0, 0.4);
        settings.share_exponent = *rc::gen::element(0.0, 0.6, 1.0);
        const PlainAnswer expected = plain_answer(corpus.documents, query, settings);
        MatchScores scores(corpus.index.snapshot(), corpus.index.postings());
        RC_ASSERT(scores.score(any_query(), settings).has_value());  // leaves nothing behind
        RC_ASSERT(scores.score(query, settings).has_value());
        RC_ASSERT(scores.requires_all() == expected.all_words);
        for (DocumentId d = 0; d < corpus.documents.size(); ++d) {
            RC_ASSERT(scores.matches(d) == expected.scores[d].has_value());
            if (expected.scores[d]) RC_ASSERT(nearly(scores.score_of(d), *expected.scores[d]));
        }
    });
}

TEST_CASE("one word in one of two documents scores by hand") {
    // N = 2, df = 1: idf = ln(1 + 1.5 / 1.5) = ln 2. Titles of 2 and 1 words: mean 1.5; k1 = 1.2.
    const OpenIndex index = index_of({Texts{"zorg wijk"}, Texts{"wijk"}});
    const double occurrences = title_weight() / normalisation_of(2 / 1.5);
    const MatchScores scores = scored(index, {{word("zorg")}, {}}, strict());
    CHECK(scores.matches(0));
    CHECK_FALSE(scores.matches(1));
    CHECK(scores.score_of(0) == Approx(std::log(2.0) * 2.2 * occurrences / (occurrences + 1.2)));
}

TEST_CASE("fields add up before saturation, and two words add up after it") {
    // All fields that hold words have their mean length, so normalisation is 1. zorg: the title's weight and 2 × 1.
    const OpenIndex index = index_of(
        {Texts{"zorg", "", "zorg zorg jeugd"}, Texts{"wijk", "", "wijk wonen jeugd"}, Texts{"wijk", "", "a b c"}});
    const double occurrences = title_weight() + 2;
    const double zorg = std::log(1 + 2.5 / 1.5) * 2.2 * occurrences / (occurrences + 1.2);
    const double jeugd = std::log(1 + 1.5 / 2.5) * 2.2 * 1 / (1 + 1.2);
    CHECK(scored(index, {{word("zorg")}, {}}, strict()).score_of(0) == Approx(zorg));
    CHECK(scored(index, {{word("zorg"), word("jeugd")}, {}}, strict()).score_of(0) == Approx(zorg + jeugd));
}

TEST_CASE("the rarity of a phrase is that of its words together") {
    const OpenIndex index = index_of({Texts{"sociaal domein"}, Texts{"domein sociaal"}, Texts{"wijk"}});
    const QueryClause phrase = phrase_of({{"sociaal", 0}, {"domein", 1}});
    const MatchScores scores = scored(index, {{phrase}, {}}, strict());
    CHECK(scores.matches(0));
    CHECK_FALSE(scores.matches(1));
    const double occurrences = title_weight() / normalisation_of(2 / (5.0 / 3));
    CHECK(scores.score_of(0) == Approx(2 * std::log(1 + 1.5 / 2.5) * 2.2 * occurrences / (occurrences + 1.2)));
}

TEST_CASE("a phrase stays within one field") {
    const OpenIndex index = index_of({Texts{"sociaal", "domein"}, Texts{"", "sociaal domein"}});
    const QueryClause phrase = phrase_of({{"sociaal", 0}, {"domein", 1}});
    CHECK(matches_of(index, {{phrase}, {}}, strict()) == std::vector<DocumentId>{1});
    const QueryClause repeated = phrase_of({{"sociaal", 0}, {"sociaal", 1}});
    CHECK(matches_of(index, {{repeated}, {}}, strict()).empty());
}

TEST_CASE("all words are required as long as enough documents have them") {
    const OpenIndex index =
        index_of({Texts{"zorg wijk"}, Texts{"zorg wijk"}, Texts{"zorg"}, Texts{"wijk"}, Texts{"wonen"}});
    const Query query{{word("zorg"), word("wijk")}, {}};
    Settings::Search settings = strict();
    settings.minimum_all_words = 2;
    CHECK(matches_of(index, query, settings) == std::vector<DocumentId>{0, 1});
    CHECK(scored(index, query, settings).requires_all());
    settings.minimum_all_words = 3;
    CHECK(matches_of(index, query, settings) == std::vector<DocumentId>{0, 1, 2, 3});
    CHECK_FALSE(scored(index, query, settings).requires_all());
    CHECK(scored(index, {{word("zorg")}, {}}, settings).requires_all());  // one word: all of them either way
}

TEST_CASE("looking only for those that have the rest comes to the same as walking all") {
    // 200 products with wijk, 12 with zorg: 9 of these have wijk. Behind zorg, wijk is only looked for in those 12.
    std::vector<Texts> texts;
    for (std::size_t i = 0; i < 200; ++i) texts.push_back(Texts{i < 9 ? "zorg" : "wonen", "", "wijk wijk"});
    for (std::size_t i = 0; i < 3; ++i) texts.push_back(Texts{"zorg", "wonen"});
    const OpenIndex index = index_of(texts);
    const Query query{{word("wijk"), word("zorg")}, {}};
    Settings::Search settings = strict();
    const MatchScores all = [&] {
        settings.minimum_all_words = 9;
        return scored(index, query, settings);
    }();
    const MatchScores any = [&] {
        settings.minimum_all_words = 10;  // the look is in vain
        return scored(index, query, settings);
    }();
    CHECK(all.requires_all());
    CHECK_FALSE(any.requires_all());
    for (DocumentId document = 0; document < texts.size(); ++document) {
        CHECK(all.matches(document) == (document < 9));
        CHECK(any.matches(document));
        if (document < 9) CHECK(all.score_of(document) == Approx(any.score_of(document)));
    }
    const MatchScores wijk = scored(index, {{word("wijk")}, {}}, settings);
    CHECK(any.score_of(100) == Approx(wijk.score_of(100)));
}

TEST_CASE("what a product is filed under is required, also when any of the words will do") {
    std::vector<IndexDocument> documents;
    for (const std::string_view text : {"zorg wijk", "zorg", "wijk"})
        documents.push_back(document_of_words("p" + std::to_string(documents.size()), {text}));
    const auto column = static_cast<std::size_t>(field(FieldId::theme).column);
    documents[1].facets[column] = {{"jeugd", ""}};
    documents[2].facets[column] = {{"jeugd", ""}};
    const OpenIndex index({documents});
    QueryClause jeugd;
    jeugd.values = ValueCondition{FieldId::theme, {"jeugd"}, std::nullopt, std::nullopt};
    Query query{{word("zorg"), word("wijk"), jeugd}, {}};
    CHECK(matches_of(index, query, strict()) == std::vector<DocumentId>{1, 2});
    query.clauses.back().excluded = true;
    CHECK(matches_of(index, query, strict()) == std::vector<DocumentId>{0});
    CHECK(matches_of(index, {{jeugd}, {}}, strict()) == std::vector<DocumentId>{1, 2});
}

TEST_CASE("a condition is met exactly, however few products meet it") {
    const OpenIndex index = index_of({Texts{"zorg wijk"}, Texts{"zorg jeugd"}, Texts{"wijk"}, Texts{"wonen"}});
    const auto clause = [](std::size_t number) { return Condition{Condition::Kind::clause, number, {}}; };
    Settings::Search settings = strict();
    settings.minimum_all_words = 10;
    Query query{{word("zorg"), word("wijk"), word("jeugd")}, {}};
    const Condition either{Condition::Kind::any, 0, {clause(1), clause(2)}};
    query.condition = Condition{Condition::Kind::all, 0, {clause(0), either}};
    CHECK(matches_of(index, query, settings) == std::vector<DocumentId>{0, 1});
    query.condition = Condition{Condition::Kind::all, 0, {clause(0), {Condition::Kind::none, 0, {clause(1)}}}};
    CHECK(matches_of(index, query, settings) == std::vector<DocumentId>{1});
    query.condition = Condition{Condition::Kind::none, 0, {clause(0)}};  // nothing to rank by
    CHECK(matches_of(index, query, settings) == std::vector<DocumentId>{2, 3});
    CHECK(scored(index, query, settings).score_of(2) == 0);
}

TEST_CASE("a word sought in one field counts there only") {
    const OpenIndex index = index_of({Texts{"zorg", "", "wijk"}, Texts{"wijk", "", "zorg zorg"}});
    QueryClause in_title = word("zorg");
    in_title.text_field = FieldId::title;
    CHECK(matches_of(index, {{in_title}, {}}, strict()) == std::vector<DocumentId>{0});
}

TEST_CASE("a phrase may leave room for the words that were left out of it") {
    const OpenIndex index =
        index_of({Texts{"wijk in uitvoering"}, Texts{"wijk uitvoering"}, Texts{"wijk in de uitvoering"}});
    const QueryClause phrase = phrase_of({{"wijk", 0}, {"uitvoering", 2}});
    CHECK(matches_of(index, {{phrase}, {}}, strict()) == std::vector<DocumentId>{0});
}

TEST_CASE("what is excluded never counts, also not for the choice between all and any") {
    const OpenIndex index = index_of({Texts{"zorg wijk"}, Texts{"zorg wijk jeugd"}, Texts{"zorg"}});
    Settings::Search settings = strict();
    settings.minimum_all_words = 2;
    CHECK(matches_of(index, {{word("zorg"), word("wijk"), without("jeugd")}, {}}, settings) ==
          std::vector<DocumentId>{0, 2});
    CHECK(matches_of(index, {{without("jeugd")}, {}}, settings) == std::vector<DocumentId>{0, 2});
    CHECK(matches_of(index, {{word("zorg"), without("zorg")}, {}}, settings).empty());
    CHECK(matches_of(index, {}, settings).size() == 3);
}

TEST_CASE("a part within a longer compound counts less than the word, and never as rarer") {
    const OpenIndex index = index_of({Texts{"zorg"}, Texts{"jeugdzorg=jeugd|zorg"}, Texts{"wijk"}, Texts{"zorg"}});
    QueryClause clause = word("zorg");
    clause.alternatives.push_back({{{part_term("zorg"), 0}}, Arrangement::single, Reason::inside, 0.5, ""});
    const MatchScores scores = scored(index, {{clause}, {}}, strict());
    CHECK(scores.matches(1));
    CHECK(scores.score_of(1) == Approx(0.5F * scores.score_of(0)));
    CHECK_FALSE(scores.matches(2));
}

TEST_CASE("a word in the title adds its bonus, and a part of the words keeps a part of the score") {
    const OpenIndex index = index_of({Texts{"zorg"}, Texts{"wijk"}});
    Settings::Search settings = strict();
    const double plain{scored(index, {{word("zorg")}, {}}, settings).score_of(0)};
    settings.title_bonus = 0.5;
    CHECK(scored(index, {{word("zorg")}, {}}, settings).score_of(0) == Approx(plain + 0.5 * std::log(2.0)));
    settings.title_bonus = 0;
    settings.share_exponent = 1;
    CHECK(scored(index, {{word("zorg"), word("wijk")}, {}}, settings).score_of(0) == Approx(0.5 * plain));
}

TEST_CASE("parts count only together, wherever they stand") {
    const OpenIndex index = index_of({Texts{"jeugdzorg=jeugd|zorg"}, Texts{"zorg", "jeugd"}, Texts{"zorg zorg"}});
    const QueryClause parts = clause_of({{{"jeugd", 0}, {"zorg", 0}}, Arrangement::together});
    CHECK(matches_of(index, {{parts}, {}}, strict()) == std::vector<DocumentId>{0, 1});
}

TEST_CASE("a product that has a word in several ways has it once") {
    const OpenIndex index = index_of({Texts{"jeugdzorg=jeugd|zorg zorg"}, Texts{"zorg"}});
    QueryClause clause = word("zorg");
    clause.alternatives.push_back({{{part_term("zorg"), 0}}, Arrangement::single, Reason::inside, 0.5, ""});
    CHECK(matches_of(index, {{clause, word("wijk")}, {}}, strict()) == std::vector<DocumentId>{0, 1});
    CHECK_FALSE(scored(index, {{clause, word("wijk")}, {}}, strict()).requires_all());
}

}  // namespace schakel
