#include "searchd/related/related_words.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/searchd/related/small_library.hpp"

namespace schakel {
namespace {

std::vector<SmallProduct> products() {
    std::vector<SmallProduct> made;
    for (int i = 0; i < 4; ++i)
        made.push_back(
            {"Wijkteams en schulden", "Marijke Abbink spreekt met 12 cliënten over schulden en de schuldhulp."});
    for (int i = 0; i < 20; ++i)
        made.push_back({"Droogte in de stad", "Er is minder water in de stad dan in de regio."});
    return made;
}

struct Fixture {
    explicit Fixture(std::size_t segments, const std::vector<SmallProduct>& of = products())
        : library(of, segments),
          related(library.snapshot(), words_of(library.snapshot(), sample_installation().language)) {}

    std::vector<std::string> of(const Query& query, const std::vector<DocumentId>& documents) {
        std::vector<RankedDocument> ranked;
        for (const DocumentId document : documents) ranked.push_back({1, document, document});
        SequenceReader sequences(library.snapshot());
        auto found =
            related.of(query, ranked, sequences, [&](const std::string& term) { return library.frequency(term); });
        REQUIRE(found);
        return std::move(*found);
    }

    SmallLibrary library;
    RelatedWords related;
};

Query asking_for(const std::vector<std::string>& terms) {
    Query query;
    for (const std::string& term : terms) {
        QueryClause& clause = query.clauses.emplace_back();
        clause.typed = term;
        clause.alternatives.push_back({.terms = {{.term = term}}});
    }
    return query;
}

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

TEST_CASE("related words set the results apart: not the query's own, no names, numbers or stop words") {
    Fixture fixture(1);
    const auto words = fixture.of(asking_for({"wijkteam"}), {0, 1, 2, 3});
    CHECK(has(words, "schulden"));
    CHECK(has(words, "schuldhulp"));
    CHECK(has(words, "clienten"));
    for (const char* other : {"wijkteams", "wijkteam", "marijke", "abbink", "12", "met", "over", "water", "stad"}) {
        INFO(other);
        CHECK_FALSE(has(words, other));
    }
    CHECK(words.size() <= 8);
}

TEST_CASE("how an index is cut into segments changes nothing, and one query nothing of the next") {
    Fixture whole(1);
    Fixture cut(5);
    const auto first = whole.of(asking_for({"wijkteam"}), {0, 1, 2, 3});
    CHECK(cut.of(asking_for({"wijkteam"}), {0, 1, 2, 3}) == first);
    CHECK(whole.of(asking_for({"schuld"}), {2, 3, 0}) == cut.of(asking_for({"schuld"}), {2, 3, 0}));
    CHECK(whole.of(asking_for({"wijkteam"}), {0, 1, 2, 3}) == first);
}

TEST_CASE("two results are too few to say what they have in common") {
    Fixture fixture(1);
    CHECK(fixture.of(asking_for({"wijkteam"}), {0, 1}).empty());
    CHECK(fixture.of(asking_for({"wijkteam"}), {0, 1, 4}).empty());  // no word in three of them
    CHECK(fixture.of({}, {}).empty());
}

TEST_CASE("what everything has sets nothing apart") {
    Fixture fixture(1);
    std::vector<DocumentId> all(24);
    for (DocumentId document = 0; document < all.size(); ++document) all[document] = document;
    const auto words = fixture.of({}, all);
    CHECK_FALSE(has(words, "stad"));
}

TEST_CASE("a word that a tenth of a large index has sets nothing apart; in a small one it may") {
    const auto library_of = [](std::size_t others) {
        std::vector<SmallProduct> made;
        for (std::size_t i = 0; i < 4; ++i) made.push_back({"Wijkteams", "De schuldhulp geeft een kans."});
        for (std::size_t i = 0; i < others; ++i)
            made.push_back({"Droogte", i % 8 == 0 ? "Een kans op regen." : "Er is weinig water."});
        return made;
    };
    Fixture large(1, library_of(1200));
    const auto words = large.of(asking_for({"wijkteam"}), {0, 1, 2, 3});
    CHECK(has(words, "schuldhulp"));
    CHECK_FALSE(has(words, "kans"));
    Fixture small(1, library_of(40));
    CHECK(has(small.of(asking_for({"wijkteam"}), {0, 1, 2, 3}), "kans"));
}

}  // namespace
}  // namespace schakel
