#include "searchd/ranking/best_bets.hpp"

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "searchd/query/query_parser.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

Query read_query(std::string_view typed) {
    static Analyzer analyzer(sample_installation().language);
    return parse_query(typed, analyzer, sample_installation());
}

BestBets bets_of(const std::string& rows) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "best-bets.tsv";
    std::ofstream(file) << "vraag\tkennisproducten\n" << rows;
    return BestBets::load(file, read_query).value();
}

std::vector<std::string> chosen_for(const BestBets& bets, std::string_view typed) {
    const auto ids = bets.ids_for(read_query(typed));
    return {ids.begin(), ids.end()};
}

using Ids = std::vector<std::string>;

/// A ranked list of which document n stands at place n.
std::vector<RankedDocument> ranked(std::size_t count) {
    std::vector<RankedDocument> list;
    for (std::size_t i = 0; i < count; ++i)
        list.push_back({100 - static_cast<float>(i), static_cast<std::uint32_t>(i), static_cast<DocumentId>(i)});
    return list;
}

std::vector<DocumentId> documents_of(const std::vector<RankedDocument>& list) {
    std::vector<DocumentId> documents;
    for (const RankedDocument& hit : list) documents.push_back(hit.document);
    return documents;
}

}  // namespace

TEST_CASE("a query is recognised by its words") {
    const BestBets bets = bets_of("eenzaamheid bij ouderen\ta b\nwijkteams\tc\nwat werkt waar\td\n");
    CHECK(chosen_for(bets, "eenzaamheid bij ouderen") == Ids{"a", "b"});
    CHECK(chosen_for(bets, "Ouderen eenzaamheid") == Ids{"a", "b"});
    CHECK(chosen_for(bets, "ouderen en eenzaamheid") == Ids{"a", "b"});
    CHECK(chosen_for(bets, "wijkteam") == Ids{"c"});
    CHECK(chosen_for(bets, "wijkteams wijkteam") == Ids{"c"});
    CHECK(chosen_for(bets, "wat werkt waar") == Ids{"d"});
    CHECK(chosen_for(bets, "eenzaamheid").empty());
    CHECK(chosen_for(bets, "eenzaamheid bij oudere mannen").empty());
    CHECK(chosen_for(bets, "").empty());
}

TEST_CASE("quotes and unwanted words ask for something else") {
    const BestBets bets = bets_of("wijkteams\tc\n");
    CHECK(chosen_for(bets, "\"wijkteams\"").empty());
    CHECK(chosen_for(bets, "wijkteams -jeugd").empty());
    CHECK(chosen_for(bets, "-wijkteams").empty());
}

TEST_CASE("patterns, fields, values and conditions never match") {
    const BestBets bets = bets_of("wijkteams\tc\n");
    Query query = read_query("wijkteams");
    REQUIRE_FALSE(bets.ids_for(query).empty());
    const QueryClause word = query.clauses.front();
    query.clauses.front().text_field = FieldId::title;
    CHECK(bets.ids_for(query).empty());
    query.clauses.front() = word;
    query.clauses.front().pattern = "wijkteam*";
    CHECK(bets.ids_for(query).empty());
    query.clauses.front() = word;
    query.condition = Condition{};
    CHECK(bets.ids_for(query).empty());
    query.condition.reset();
    QueryClause values;
    values.values = ValueCondition{};
    query.clauses.push_back(values);
    CHECK(bets.ids_for(query).empty());
}

TEST_CASE("without choices every query has none") { CHECK(BestBets().ids_for(read_query("wijkteams")).empty()); }

TEST_CASE("chosen hits come first, in the order of the editors") {
    std::vector<RankedDocument> top = ranked(5);
    const std::vector<RankedDocument> chosen{{97, 3, 3}, {10, 90, 90}};
    promote(top, chosen, 5);
    CHECK(documents_of(top) == std::vector<DocumentId>{3, 90, 0, 1, 2});
    CHECK(top[1].score == 10);
}

TEST_CASE("a short list grows by what was not in it") {
    std::vector<RankedDocument> top = ranked(2);
    const std::vector<RankedDocument> chosen{{99, 1, 1}};
    promote(top, chosen, 10);
    CHECK(documents_of(top) == std::vector<DocumentId>{1, 0});
}

TEST_CASE("pages of a promoted list fit together") {
    rc::prop("the best k are the first k of all", [] {
        const auto hits = *rc::gen::inRange<std::size_t>(1, 40);
        const auto capacity = *rc::gen::inRange<std::size_t>(0, 45);
        std::vector<RankedDocument> all = ranked(hits);
        std::vector<RankedDocument> chosen;
        for (const std::size_t at : *rc::gen::unique<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, hits)))
            if (chosen.size() < 5) chosen.push_back(all[at]);
        std::vector<RankedDocument> top(all.begin(),
                                        all.begin() + static_cast<std::ptrdiff_t>(std::min(capacity, hits)));
        promote(all, chosen, hits);
        promote(top, chosen, capacity);
        RC_ASSERT(all.size() == hits);
        all.resize(std::min(capacity, hits));
        RC_ASSERT(documents_of(top) == documents_of(all));
    });
}

}  // namespace schakel
