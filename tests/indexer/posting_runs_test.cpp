#include "indexer/posting_runs.hpp"

#include <map>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/index/posting_list.hpp"
#include "tests/paths.hpp"

namespace schakel {
namespace {

using Postings = std::map<std::string, std::map<std::uint32_t, std::uint32_t>>;  // counts by document by term

constexpr std::uint32_t documents = 1000;

/// What comes out of runs of `most_postings` when every document adds its terms in the order in which they are first met.
Postings inverted(const Postings& postings, std::size_t most_postings) {
    const TemporaryFolder folder;
    TermNumbers terms;
    PostingRuns runs(folder.path() / "runs", most_postings, terms);
    for (std::uint32_t document = 0; document < documents; ++document)
        for (const auto& [text, found] : postings)
            if (const auto counts = found.find(document); counts != found.end())
                REQUIRE(runs.add(terms.of(text), document, FieldCounts(counts->second)));
    Postings merged;
    std::vector<std::string> visited;
    const std::vector<TermNumber> order = terms.sorted();
    REQUIRE(runs.merge(order, [&](TermNumber term, const std::string& bytes) -> Result<void> {
        visited.emplace_back(terms.text_of(term));
        for (PostingList list(bytes, documents); !list.at_end(); list.advance())
            merged[visited.back()][list.document()] = list.counts().packed();
        return {};
    }));
    for (const TermNumber term : order)
        CHECK(runs.frequencies()[term] == merged[std::string(terms.text_of(term))].size());
    CHECK(std::is_sorted(visited.begin(), visited.end()));
    CHECK(visited.size() == postings.size());
    return merged;
}

}  // namespace

TEST_CASE("postings come out by term, whatever run they were in") {
    const Postings postings{
        {"zorg", {{0, 1}, {1, 34}, {7, 2}, {999, 1}}}, {"aanpak", {{1, 1}}}, {"jeugd", {{0, 2}, {7, 1}}}};
    for (const std::size_t most_postings : {1U, 2U, 3U, 100U}) CHECK(inverted(postings, most_postings) == postings);
}

TEST_CASE("without documents there are no lists") { CHECK(inverted({}, 10).empty()); }

TEST_CASE("inverting loses nothing and adds nothing") {
    rc::prop("inversion", [] {
        Postings postings;
        for (const auto& [word, document] : *rc::gen::arbitrary<std::vector<std::pair<std::uint8_t, std::uint16_t>>>())
            postings["woord" + std::to_string(word % 23)][document % documents] = word + 1U;
        RC_ASSERT(inverted(postings, *rc::gen::inRange<std::size_t>(1, 50)) == postings);
    });
}

TEST_CASE("a full disk or a lost folder is an error of merging") {
    const TemporaryFolder folder;
    TermNumbers terms;
    PostingRuns runs(folder.path() / "nergens" / "runs", 10, terms);
    bool failed = false;
    for (std::uint32_t document = 0; document < 20 && !failed; ++document)
        failed = !runs.add(terms.of("zorg"), document, FieldCounts(1));
    failed = failed || !runs.merge(terms.sorted(), [](TermNumber, const std::string&) -> Result<void> { return {}; });
    CHECK(failed);
}

}  // namespace schakel
