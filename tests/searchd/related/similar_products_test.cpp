#include "searchd/related/similar_products.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/searchd/related/small_library.hpp"

namespace schakel {
namespace {

const SmallLibrary& library() {
    static const SmallLibrary made({
        {"Wijkteams en jeugdhulp",
         "Het wijkteam werkt met jeugdhulp. Cliënten praten mee.",
         {"sociale-wijkteams"},
         {"Piet Abbink"}},
        {"Jeugdhulp door het wijkteam", "De cliënten van het wijkteam krijgen jeugdhulp.", {"sociale-wijkteams"}},
        {"Jeugdhulp in de regio", "Het wijkteam verwijst naar jeugdhulp.", {"jeugdhulp"}},
        {"Droogte en water", "Het water zakt door de droogte.", {"waterbeheer"}},
        {"Water in de stad", "Een stad met water. Piet Abbink schrijft over droogte.", {"waterbeheer"}},
        {"Jeugdhulp en wijkteams", "Een wijkteam geeft jeugdhulp aan cliënten.", {"sociale-wijkteams"}},
    });
    return made;
}

std::vector<KeyTerm> terms_of(DocumentId document, std::size_t most = most_key_terms) {
    Analyzer analyzer(sample_installation().language);
    const SnapshotSegment& segment = library().snapshot().segment_of(document);
    const auto sample = sample_blocks(segment.files->texts, document - segment.first);
    REQUIRE(sample);
    return key_terms(
        library().record(document), *sample, analyzer,
        {[](const std::string& term) { return library().frequency(term); }, library().snapshot().documents()},
        sample_installation(), most);
}

/// All documents, scored by how many of the terms they hold.
std::vector<RankedDocument> ranked_by(const std::vector<KeyTerm>& terms) {
    std::vector<RankedDocument> ranked;
    for (DocumentId document = 0; document < library().snapshot().documents(); ++document) {
        const auto held =
            std::ranges::count_if(terms, [&](const KeyTerm& term) { return library().holds(document, term.term); });
        if (held > 0) ranked.push_back({static_cast<float>(held), document, document});
    }
    return ranked;
}

std::vector<SimilarDocument> similar_to(DocumentId document, const IndexSnapshot& snapshot, std::size_t most = 5) {
    const std::vector<KeyTerm> terms = terms_of(document);
    return most_similar(
        document, ranked_by(terms), terms, snapshot,
        [](DocumentId other, const std::string& term) { return library().holds(other, term); }, most);
}

TEST_CASE("key terms are base forms that others have too, shown as the product writes them") {
    const auto terms = terms_of(0);
    const auto shown_of = [&](std::string_view term) {
        const auto found = std::ranges::find(terms, term, &KeyTerm::term);
        return found == terms.end() ? std::string("-") : found->shown;
    };
    CHECK(shown_of("wijkteam") == "wijkteams");
    CHECK(shown_of("client") == "cliënten");
    CHECK(shown_of("praten") == "-");  // a verb
    CHECK(shown_of("met") == "-");     // a stop word
    CHECK(shown_of("abbink") == "-");  // an author; only the text of another product has the name
    CHECK(terms.front().weight == 1);
    CHECK(std::ranges::is_sorted(terms, std::greater<>{}, &KeyTerm::weight));
    CHECK(terms_of(0, 2).size() == 2);
}

TEST_CASE("a name in a text may bring products together and is not told as the reason") {
    const auto terms = terms_of(4);
    const auto name = std::ranges::find(terms, "abbink", &KeyTerm::term);
    REQUIRE(name != terms.end());
    CHECK(name->shown.empty());
}

TEST_CASE("the search for similar products asks for any of the terms by their weight") {
    const Query query = similar_query(terms_of(0, 3));
    REQUIRE(query.clauses.size() == 3);
    REQUIRE(query.condition);
    CHECK(query.condition->kind == Condition::Kind::any);
    CHECK(query.condition->operands.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(query.condition->operands[i].clause == i);
        CHECK(query.clauses[i].alternatives.size() == 1);
    }
    CHECK(similar_query({}).clauses.empty());
}

TEST_CASE("similar products share words, and themes put them higher") {
    const auto similar = similar_to(0, library().snapshot());
    REQUIRE(similar.size() == 3);  // nothing about water
    CHECK(similar[0].document == 1);
    CHECK(similar[1].document == 5);
    CHECK(similar[2].document == 2);  // another theme
    CHECK(std::ranges::find(similar[0].common, "cliënten") != similar[0].common.end());
    CHECK(similar[0].common.size() <= 5);
    CHECK(similar_to(0, library().snapshot(), 1).size() == 1);
}

TEST_CASE("a hidden product is not similar to anything") {
    const auto live = library().without("1");
    for (const SimilarDocument& similar : similar_to(0, *live)) CHECK(similar.document != 1);
}

TEST_CASE("products with one word in common are not called similar") {
    const std::vector<KeyTerm> terms{{"droogte", "droogte", 1}, {"wijkteam", "wijkteam", 0.5}};
    CHECK(most_similar(
              0, ranked_by(terms), terms, library().snapshot(),
              [](DocumentId other, const std::string& term) { return library().holds(other, term); }, 5)
              .empty());
}

TEST_CASE("of a long text a dozen blocks are read, spread over it") {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "woord" + std::to_string(i) + " staat hier. ";
    const SmallLibrary books({{"Een boek", text}, {"Leeg", ""}});
    const TextStore& texts = books.snapshot().segments().front().files->texts;
    REQUIRE(texts.blocks_of(0) > 24);
    const auto sample = sample_blocks(texts, 0);
    REQUIRE(sample);
    CHECK(sample->size() == 12);
    CHECK(sample->front().first_position == 1);
    CHECK(sample->back().first_position > sample->front().first_position * 10'000);
    CHECK(std::ranges::is_sorted(*sample, {}, &TextBlock::first_position));
    CHECK(sample_blocks(texts, 1)->empty());
}

}  // namespace
}  // namespace schakel
