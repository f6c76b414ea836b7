#include "searchd/engine/scoring/phrase_postings.hpp"

#include <cmath>
#include <random>

#include <catch2/catch.hpp>

#include "searchd/engine/scoring/alternative_hits.hpp"
#include "tests/searchd/engine/small_corpus.hpp"

namespace schakel {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t long_text = 20'000;  // words: more than are kept in reading order (term_sequences.cpp)
constexpr std::size_t short_text = 500;

/// Words of which the first ones are frequent: "van" on every line, "w7" a few times.
Words words_of(std::uint32_t seed, std::size_t count) {
    std::mt19937 random(seed);
    Words words;
    for (std::size_t i = 0; i < count; ++i) {
        const bool frequent = random() % 3 != 0;
        words.push_back(frequent ? "van" : "w" + std::to_string(std::min(random() % 8, random() % 40)));
    }
    return words;
}

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words) text += word + ' ';
    return text;
}

std::size_t plain_count(const Words& words, const std::vector<QueryTerm>& phrase) {
    std::size_t count = 0;
    for (std::size_t start = 0; start < words.size(); ++start) {
        bool whole = true;
        for (const QueryTerm& term : phrase)
            whole = whole && start + term.offset < words.size() && words[start + term.offset] == term.term;
        if (whole) ++count;
    }
    return count;
}

const std::vector<std::vector<QueryTerm>>& phrases() {
    static const std::vector<std::vector<QueryTerm>> all{
        {{"van", 0}, {"w1", 1}},
        {{"w1", 0}, {"van", 1}, {"w2", 2}},
        {{"van", 0}, {"van", 1}, {"van", 2}},
        {{"w0", 0}, {"w1", 3}},
        {{"w3", 0}, {"van", 1}, {"van", 2}, {"w4", 3}, {"w1", 5}},
        {{"w9", 0}, {"w9", 1}, {"w9", 2}},
        {{"w1", 0}, {"w1", 1}},
    };
    return all;
}

/// By document: long ones and short ones by turns.
const std::vector<Words>& texts() {
    static const std::vector<Words> all = [] {
        std::vector<Words> made;
        for (std::uint32_t i = 0; i < 12; ++i) made.push_back(words_of(i, i % 2 == 0 ? long_text : short_text));
        return made;
    }();
    return all;
}

const OpenIndex& index() {
    static const OpenIndex opened = [] {
        std::vector<IndexDocument> documents;
        for (const Words& words : texts())
            documents.push_back(document_of_words("p" + std::to_string(documents.size()), {"", "", joined(words)}));
        return OpenIndex({documents});
    }();
    return opened;
}

/// How often each document has the phrase by the index, from what that is worth there.
std::vector<std::size_t> counts_in_index(const std::vector<QueryTerm>& phrase) {
    TermStatistics statistics(index().snapshot());
    const PhrasePostings postings(index().snapshot(), index().postings(), statistics);
    std::vector<std::size_t> counts(texts().size());
    const auto found = postings.find(phrase, std::nullopt, std::nullopt);
    REQUIRE(found);
    const auto weights = index().snapshot().occurrence_weights(static_cast<std::size_t>(FieldId::body));
    for (const PhraseHit& hit : *found)
        counts[hit.document] = static_cast<std::size_t>(std::lround(hit.found.weight / weights[hit.document]));
    return counts;
}

}  // namespace

TEST_CASE("a phrase is counted in a long text as in a short one") {
    REQUIRE(index().snapshot().segments().front().files->sequences.read(0)->is_long());
    REQUIRE_FALSE(index().snapshot().segments().front().files->sequences.read(1)->is_long());
    std::size_t found = 0;
    for (const std::vector<QueryTerm>& phrase : phrases()) {
        std::vector<std::size_t> expected;
        for (const Words& words : texts()) expected.push_back(plain_count(words, phrase));
        CHECK(counts_in_index(phrase) == expected);
        for (const std::size_t count : expected) found += count;
    }
    CHECK(found > 1000);
}

TEST_CASE("a phrase sought in a few documents is worth there what it is worth among all") {
    std::vector<DocumentId> all;
    for (DocumentId document = 0; document < texts().size(); ++document) all.push_back(document);
    for (const std::vector<QueryTerm>& phrase : phrases()) {
        const Alternative alternative{phrase, Arrangement::phrase, Reason::synonym, 1, ""};
        for (std::size_t few = 1; few <= all.size(); ++few) {
            TermStatistics statistics(index().snapshot());
            AlternativeHits apart(index().snapshot(), index().postings(), statistics);
            AlternativeHits whole(index().snapshot(), index().postings(), statistics);
            const auto among = apart.among(std::span(all).last(few), alternative, std::nullopt);
            const auto every = whole.all(alternative, std::nullopt);
            REQUIRE(among);
            REQUIRE(every);
            Hits expected;
            for (const Hit& hit : **every)
                if (hit.document >= all.size() - few) expected.push_back(hit);
            REQUIRE(among->size() == expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i) {
                CHECK((*among)[i].document == expected[i].document);
                CHECK((*among)[i].value == expected[i].value);
            }
        }
    }
}

}  // namespace schakel
