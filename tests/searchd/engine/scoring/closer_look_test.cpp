#include "searchd/engine/scoring/closer_look.hpp"

#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/index/postings.hpp"
#include "tests/searchd/engine/small_corpus.hpp"

namespace schakel {
namespace {

QueryClause word(const std::string& term) {
    QueryClause clause;
    clause.typed = term;
    clause.alternatives.push_back({{{term, 0}}});
    return clause;
}

QueryClause stop_word(const std::string& term) {
    QueryClause clause = word(term);
    clause.stop = true;
    return clause;
}

/// Together with what makes it.
struct Look {
    MatchScores scores;
    SequenceReader sequences;
    CloserLook look;

    Look(const OpenIndex& index, const Query& query, const Settings::Search& settings)
        : scores(scored(index, query, settings)),
          sequences(index.snapshot()),
          look(query, scores, settings, index.snapshot(), sequences) {}

    static MatchScores scored(const OpenIndex& index, const Query& query, const Settings::Search& settings) {
        MatchScores scores(index.snapshot(), index.postings());
        REQUIRE(scores.score(query, settings));
        return scores;
    }
};

std::vector<float> additions(const OpenIndex& index, const Query& query, const Settings::Search& settings) {
    std::vector<DocumentId> documents(index.snapshot().documents());
    std::iota(documents.begin(), documents.end(), 0U);
    Look looked(index, query, settings);
    const auto added = looked.look.additions(documents);
    REQUIRE(added);
    return *added;
}

Settings::Search settings() { return sample_installation().settings.search; }

}  // namespace

TEST_CASE("the form as typed adds to a product that has it, and is no other way to find one") {
    // A word that begins a compound stands in for one with a form: "~zorg" is found like "=zorg".
    const OpenIndex index({{document_of_words("p0", {"zorg"}), document_of_words("p1", {"zorg jeugdzorg=jeugd|zorg"}),
                            document_of_words("p2", {"jeugdzorg=jeugd|zorg"})}});
    Query query;
    query.clauses = {word("zorg")};
    query.clauses.front().alternatives.push_back(
        {{{part_term("zorg"), 0}}, Arrangement::single, Reason::exact_form, 0.3, ""});
    const auto added = additions(index, query, settings());
    CHECK(added[0] == 0);
    CHECK(added[1] > 0);
    MatchScores scores(index.snapshot(), index.postings());
    REQUIRE(scores.score(query, settings()));
    CHECK(scores.matches(1));
    CHECK_FALSE(scores.matches(2));
}

TEST_CASE("stop words count in the title only") {
    const OpenIndex index({{document_of_words("p0", {"wat wijk"}), document_of_words("p1", {"wijk", "", "wat"}),
                            document_of_words("p2", {"wonen"})}});
    Query query;
    query.clauses = {stop_word("wat"), word("wijk")};
    Settings::Search without_places = settings();
    without_places.weight_proximity = without_places.weight_early = 0;
    const auto added = additions(index, query, without_places);
    CHECK(added[0] > 0);
    CHECK(added[1] == 0);
}

TEST_CASE("words near each other add the more the nearer they are") {
    const OpenIndex index(
        {{document_of_words("p0", {"", "", "sociaal domein"}), document_of_words("p1", {"", "", "sociaal a b domein"}),
          document_of_words("p2", {"", "", "sociaal a b c d e f domein"})}});
    Query query;
    query.clauses = {word("sociaal"), word("domein")};
    Settings::Search without_early = settings();
    without_early.weight_early = 0;
    const auto added = additions(index, query, without_early);
    CHECK(added[0] > added[1]);
    CHECK(added[1] > 0);
    CHECK(added[2] == 0);
}

TEST_CASE("words early in a text add the more the earlier they are") {
    const OpenIndex index({{document_of_words("p0", {"", "", "domein a b c d e f sociaal"}),
                            document_of_words("p1", {"", "", "a b c d e f domein a b c d e f sociaal"}),
                            document_of_words("p2", {"domein a b c d e f sociaal", "domein a b c d e f sociaal"})}});
    Query query;
    query.clauses = {word("sociaal"), word("domein")};
    const auto added = additions(index, query, settings());
    CHECK(added[0] > added[1]);
    CHECK(added[1] > 0);
    CHECK(added[2] == 0);  // a title has its own bonus, and an abstract is short
}

TEST_CASE("a closer look tells the parts of what it adds") {
    rc::prop("for any query and document", [] {
        const IndexedCorpus& corpus = any_corpus();
        Query query = any_query();
        for (QueryClause& clause : query.clauses)
            if (!clause.values && *rc::gen::arbitrary<bool>())
                clause.alternatives.push_back({{{"w1", 0}}, Arrangement::single, Reason::exact_form, 0.3, ""});
        Look looked(corpus.index, query, settings());
        for (DocumentId document = 0; document < corpus.documents.size(); ++document) {
            if (!looked.scores.matches(document)) continue;
            const auto added = looked.look.additions(std::span(&document, 1));
            const auto parts = looked.look.parts(document);
            RC_ASSERT(added.has_value() && parts.has_value());
            double sum = 0;
            for (const ScorePart& part : *parts) sum += part.contribution;
            RC_ASSERT(std::abs(sum - static_cast<double>(added->front())) <= 1e-4 * std::max(1.0, std::abs(sum)));
        }
    });
}

}  // namespace schakel
