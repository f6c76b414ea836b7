#include "searchd/engine/scoring/score_explanation.hpp"

#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/index/postings.hpp"
#include "searchd/engine/scoring/closer_look.hpp"
#include "tests/searchd/engine/small_corpus.hpp"

namespace schakel {
namespace {

double sum_of(const std::vector<ScorePart>& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0.0,
                           [](double sum, const ScorePart& part) { return sum + part.contribution; });
}

bool nearly(double a, double b) { return std::abs(a - b) <= 1e-4 * std::max(1.0, std::abs(b)); }

std::vector<std::string> dutch_labels(const std::vector<ScorePart>& parts) {
    std::vector<std::string> labels;
    for (const ScorePart& part : parts) labels.push_back(part.label.nl);
    return labels;
}

QueryClause word(const std::string& term) {
    QueryClause clause;
    clause.typed = term;
    clause.alternatives.push_back({{{term, 0}}});
    return clause;
}

}  // namespace

TEST_CASE("the parts of a score add up to it") {
    rc::prop("for any query and document", [] {
        const IndexedCorpus& corpus = any_corpus();
        const Query query = any_query();
        const Settings::Search settings = sample_installation().settings.search;
        MatchScores scores(corpus.index.snapshot(), corpus.index.postings());
        RC_ASSERT(scores.score(query, settings).has_value());
        ScoreExplanation explanation(query, scores);
        for (DocumentId document = 0; document < corpus.documents.size(); ++document) {
            if (!scores.matches(document)) continue;
            const auto parts = explanation.of(document);
            RC_ASSERT(parts.has_value());
            RC_ASSERT(nearly(sum_of(*parts), static_cast<double>(scores.score_of(document))));
        }
    });
}

TEST_CASE("each part says which word stands where, and what is missing") {
    const OpenIndex index({{document_of_words("p0", {"zorg", "", "wijk zorg"}), document_of_words("p1", {"wonen"})}});
    Query query;
    query.clauses = {word("zorg"), word("wonen")};
    query.clauses.front().alternatives.push_back(
        {{{"wijk", 0}}, Arrangement::single, Reason::synonym, 0.6, "wijk of buurt"});
    MatchScores scores(index.snapshot(), index.postings());
    REQUIRE(scores.score(query, sample_installation().settings.search));
    const auto parts = ScoreExplanation(query, scores).of(0);
    REQUIRE(parts);
    CHECK(dutch_labels(*parts) == std::vector<std::string>{"“zorg” in de titel", "“zorg” in de tekst",
                                                           "“wijk of buurt” als synoniem in de tekst",
                                                           "niet alle woorden: 1 van 2"});
    CHECK(parts->front().contribution > (*parts)[1].contribution);  // a title counts more
    CHECK(parts->back().contribution < 0);
}

}  // namespace schakel
