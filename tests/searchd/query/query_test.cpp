#include <sstream>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "config/utf8.hpp"
#include "searchd/query/query_parser.hpp"
#include "tests/golden/golden.hpp"
#include "tests/sample_index.hpp"

namespace schakel {
namespace {

Query parsed(std::string_view typed, const Settings::Search& limits = {}) {
    static Analyzer analyzer(sample_installation().language);
    return parse_query(typed, analyzer, limits);
}

/// Every line is a query of its own.
std::string parsed_lines(const std::string& input) {
    std::istringstream lines(input);
    std::string text;
    for (std::string line; std::getline(lines, line);) {
        const Query query = parsed(line);
        const std::string found = to_text(query);
        text += (text.empty() ? "" : "\n") + line + "  →  " + (found.empty() ? "alles" : found);
        for (const Text& notice : query.notices) text += "\n  let op: " + notice.nl;
    }
    return text;
}

std::vector<std::string> words_of(const std::vector<const QueryClause*>& clauses) {
    std::vector<std::string> words;
    for (const QueryClause* clause : clauses) words.push_back(clause->alternatives.front().terms.front().term);
    return words;
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

}  // namespace

TEST_CASE("queries are read as people mean them", "[golden]") { CHECK_GOLDEN("query", parsed_lines); }

TEST_CASE("any text is a query") {
    rc::prop("never fails, and every clause is whole and unique", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "zorg", "Wijkteams", "de", " ", " ", "\t", "\"", "“", "”", "„", "-", "--", "2023-2027", "0-4", "*", ":",
            "(", ")", "é", "😀", "'s", "foto's", "AND", "&", "<b>"));
        std::string typed;
        for (const std::string& piece : pieces) typed += piece;
        const Query query = parsed(typed);
        std::vector<std::string> seen;
        for (const QueryClause& clause : query.clauses) {
            RC_ASSERT(!clause.alternatives.empty());
            for (const Alternative& alternative : clause.alternatives) {
                RC_ASSERT(alternative.terms.front().offset == 0U);
                for (const QueryTerm& term : alternative.terms) RC_ASSERT(!term.term.empty());
            }
            Query single;
            single.clauses = {clause};
            RC_ASSERT(std::find(seen.begin(), seen.end(), to_text(single)) == seen.end());
            seen.push_back(to_text(single));
        }
        RC_ASSERT(query.wanted().size() + query.unwanted().size() <= query.clauses.size());
        RC_ASSERT(!first_invalid_utf8(to_text(query)).has_value());
    });
}

TEST_CASE("stop words are only asked for when there is nothing else") {
    CHECK(words_of(parsed("de zorg in de wijk").wanted()) == std::vector<std::string>{"zorg", "wijk"});
    CHECK(words_of(parsed("wat is het").wanted()) == std::vector<std::string>{"wat", "is", "het"});
    CHECK(words_of(parsed("het -zorg").wanted()) == std::vector<std::string>{"het"});
    CHECK(words_of(parsed("het -zorg").unwanted()) == std::vector<std::string>{"zorg"});
    CHECK(parsed("-zorg").wanted().empty());
    CHECK(parsed("").wanted().empty());
}

TEST_CASE("words of a phrase keep their distance, also around stop words and references") {
    const Query query = parsed("\"zorg in de wijk\"");
    REQUIRE(query.clauses.size() == 1);
    CHECK(query.clauses[0].alternatives[0].terms.back().offset == 3);
    const Query range = parsed("\"beleidsplan 2023-2027 jeugd\"");
    REQUIRE(range.clauses.size() == 1);
    REQUIRE(range.clauses[0].alternatives[0].terms.size() == 3);
    CHECK(range.clauses[0].alternatives[0].terms[1].term == "2023-2027");
    CHECK(range.clauses[0].alternatives[0].terms[2].offset == 3);  // as in a document, where both years have a position
}

TEST_CASE("a very long query is cut off and says so") {
    const Query query = parsed(repeated("zorg ", 1000));
    CHECK(to_text(query) == "+zorg");
    REQUIRE(query.notices.size() == 1);
    CHECK(query.notices[0].nl == "Uw vraag is te lang; alleen de eerste 1000 tekens zijn gebruikt.");
    CHECK(parsed(std::string(5000, 'x')).clauses.size() == 1);
    CHECK(parsed(repeated("\"", 5000)).clauses.empty());
}

TEST_CASE("length counts characters, not bytes") {
    const Settings::Search limits{.maximum_query_characters = 4};
    CHECK(parsed("één", limits).notices.empty());
    CHECK(parsed("één!", limits).notices.empty());
    CHECK(parsed("één 2", limits).notices.size() == 1);
    CHECK(to_text(parsed("één 2", limits)) == to_text(parsed("één")));
    CHECK(parsed("ééééé", limits).notices.size() == 1);
}

TEST_CASE("a query of too many words is cut off and says so") {
    std::string typed;
    for (int i = 0; i < 80; ++i) typed += "w" + std::to_string(i) + " ";
    const Query query = parsed(typed);
    CHECK(query.clauses.size() == 64);
    REQUIRE(query.notices.size() == 1);
    CHECK(query.notices[0].nl == "Uw vraag heeft te veel woorden; alleen de eerste 64 zijn gebruikt.");
}

}  // namespace schakel
